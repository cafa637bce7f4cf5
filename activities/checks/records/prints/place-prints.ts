import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import type { AttemptRef } from '../../../session/contract';
import { lockForKeeping, type KeptKind } from '../lock-for-keeping';

type Prints = Database['document_prints'];
const placed = ['document_id', 'engine', 'position', 'content_hash', 'document_hash'] as const;
/** A print as it is kept; those at lower positions were there before. */
export type PlacedPrint = Pick<Selectable<Prints>, (typeof placed)[number]>;

/**
 * Writes what a session's pictures are found by, before anything is looked up: of two sessions with one
 * picture at the same moment the later finds the earlier. Kept once; a later attempt may have read of the
 * document what an earlier one could not.
 *
 * @throws VerifaError attempt_stale when the session went on; nothing is kept of one that was redacted
 */
export async function placePrints(
  db: Kysely<Database>,
  session: SessionRow,
  ref: AttemptRef,
  prints: Readonly<Partial<Record<KeptKind, readonly Insertable<Prints>[]>>>,
): Promise<readonly PlacedPrint[]> {
  const { 'document-prints': documents = [], 'frame-prints': frames = [] } = prints;
  const rows = [...documents, ...frames];
  if (rows.length === 0) return [];
  const kinds: KeptKind[] = [];
  if (documents.length > 0) kinds.push('document-prints');
  if (frames.length > 0) kinds.push('frame-prints');
  return db.transaction().execute(async (trx) => {
    await lockForKeeping(trx, session, ref, kinds);
    return trx
      .insertInto('document_prints')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['session_id', 'document_id', 'engine']).doUpdateSet((row) => ({
          document_hash: row.fn.coalesce('excluded.document_hash', 'document_prints.document_hash'),
        })),
      )
      .returning(placed)
      .execute();
  });
}
