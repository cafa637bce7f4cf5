import type { Kysely } from 'kysely';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database, SessionRow, StoredDocType } from '../../../shared/database/schema';
import { type DataRequirements } from '../../../shared/graph/definition';
import { needsBack } from '../../../shared/graph/document-types';
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
  const asked = session.required_pieces ?? [];
  /** What a reviewer asked for again has to come in this capture; else an earlier one's counts. */
  const counts = (piece: string, capture: number): boolean =>
    !asked.includes(piece) || capture === session.capture;
  const has = (docType: StoredDocType, piece: string): boolean =>
    documents.some((row) => row.doc_type === docType && counts(piece, row.capture));
  const file = (piece: StoredDocType): Piece => ({ piece, done: has(piece, piece) });
  const type = session.document_type;
  const typed = readTypedData(deps.keyring, session).user_info;
  const field = (name: string): Piece => ({
    piece: `user_info.${name}`,
    done:
      typed !== undefined &&
      Object.hasOwn(typed.values, name) &&
      counts('user_info', typed.capture),
  });
  const isNeeded = (piece: StoredDocType, byWorkflow: boolean): boolean =>
    byWorkflow || asked.includes(piece);
  const asksDocument = requirements.documentTypes.length > 0;
  const hasBack = asksDocument && type !== null && needsBack(type);
  return [
    ...(asksDocument ? [{ piece: 'document_type', done: type !== null }] : []),
    ...(isNeeded('id_front', asksDocument) ? [file('id_front')] : []),
    ...(isNeeded('id_back', hasBack) ? [file('id_back')] : []),
    ...(isNeeded('selfie', requirements.selfie) ? [file('selfie')] : []),
    ...(requirements.liveness === true || asked.includes('liveness')
      ? [{ piece: 'liveness', done: has('liveness_frame', 'liveness') }]
      : []),
    ...requirements.userInfo.filter(({ required }) => required).map((one) => field(one.field)),
    ...(isNeeded('proof_of_address', requirements.proofOfAddress)
      ? [file('proof_of_address')]
      : []),
  ];
}
