import type { Kysely } from 'kysely';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database, DocumentRow, SessionRow } from '../../../shared/database/schema';
import { needsBack, type DataRequirements } from '../../../shared/graph/definition';
import { readTypedData } from './typed-data';

/** One thing the person has to provide; `user_info.<field>` for a field typed in. */
export interface Piece {
  readonly piece: string;
  readonly done: boolean;
}

/**
 * Everything that `complete` asks for, in the order of the steps. Of a resubmission, the pieces that
 * the reviewer named have to be new ones.
 */
export async function requiredPieces(
  deps: { readonly db: Kysely<Database>; readonly keyring: Keyring },
  session: SessionRow,
  requirements: DataRequirements,
): Promise<readonly Piece[]> {
  const documents = await deps.db
    .selectFrom('documents')
    .select(['doc_type', 'capture'])
    .where('session_id', '=', session.id)
    .where('superseded_at', 'is', null)
    .where('removed_at', 'is', null)
    .execute();
  const file = (piece: DocumentRow['doc_type']): Piece => {
    const isAskedAgain = session.required_pieces?.includes(piece) ?? false;
    const done = documents.some(
      (row) => row.doc_type === piece && (!isAskedAgain || row.capture === session.capture),
    );
    return { piece, done };
  };
  const type = session.document_type;
  const asksDocument = requirements.documentTypes.length > 0;
  const typed = readTypedData(deps.keyring, session).user_info ?? {};
  return [
    ...(asksDocument ? [{ piece: 'document_type', done: type !== null }, file('id_front')] : []),
    ...(asksDocument && type !== null && needsBack(type) ? [file('id_back')] : []),
    ...(requirements.selfie ? [file('selfie')] : []),
    ...requirements.userInfo
      .filter(({ required }) => required)
      .map(({ field }) => ({ piece: `user_info.${field}`, done: Object.hasOwn(typed, field) })),
    ...(requirements.proofOfAddress ? [file('proof_of_address')] : []),
  ];
}
