import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Keyring } from '../crypto/keyring';
import { open, seal } from '../crypto/seal';
import { keyToRead, keyToSeal, sealContext } from '../crypto/session-key';
import type { AskedAgainTable } from '../database/review-tables';
import type { Database, SessionRow } from '../database/schema';
import { askablePieces, type AskablePiece } from '../domain/capture/asked-pieces';

/** A piece that a reviewer asks for again, with what the person is told. */
export interface AskedAgain {
  readonly piece: AskablePiece;
  readonly reasonCode: string | null;
  readonly message: string | null;
}

/** Under the id of the message that asks: refused or lost, nobody ever reads it. */
export async function writeAskedAgain(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
  asking: {
    readonly requestId: string;
    readonly pieces: readonly AskedAgain[];
    readonly at: Date;
  },
): Promise<void> {
  const { requestId, pieces, at } = asking;
  const key = keyToSeal(keyring, session);
  const rows = pieces.map(({ piece, reasonCode, message }) => ({
    organization_id: session.organization_id,
    environment: session.environment,
    session_id: session.id,
    request_id: requestId,
    piece,
    reason_code: reasonCode,
    message_sealed:
      message === null
        ? null
        : seal(key, sealContext.askedAgain(session.id, requestId, piece), Buffer.from(message)),
    created_at: at,
  }));
  await trx
    .insertInto('asked_again')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The message was refused, or moved nothing: nobody was asked. */
export async function withdrawAskedAgain(
  db: Kysely<Database>,
  sessionId: SessionRow['id'],
  requestId: string,
): Promise<void> {
  await db
    .deleteFrom('asked_again')
    .where('session_id', '=', sessionId)
    .where('request_id', '=', requestId)
    .where('capture', 'is', null)
    .execute();
}

/** What is asked again of the present capture, in the order of its steps. */
export async function readAskedAgain(
  { db, keyring }: { readonly db: Kysely<Database>; readonly keyring: Keyring },
  session: SessionRow,
) {
  const { required_pieces: again, asked_since: since } = session;
  if (again === null || since === null) return [];
  const rows = await db
    .selectFrom('asked_again')
    .selectAll()
    .where('session_id', '=', session.id)
    .where('capture', '=', since)
    .execute();
  return askablePieces
    .filter((piece) => again.includes(piece))
    .map((piece) => {
      const row = rows.find((one) => one.piece === piece);
      return {
        piece,
        reason_code: row?.reason_code ?? null,
        message: row === undefined ? null : openAskedAgain(keyring, session, row),
      };
    });
}

/** The reviewer's words; null when there were none, or once the session was redacted. */
export function openAskedAgain(
  keyring: Keyring,
  session: SessionRow,
  row: Selectable<AskedAgainTable>,
): string | null {
  const key = keyToRead(keyring, session, 'reviewers_words');
  if (key === null || row.message_sealed === null) return null;
  const context = sealContext.askedAgain(session.id, row.request_id, row.piece);
  return open(key, context, row.message_sealed).toString('utf8');
}
