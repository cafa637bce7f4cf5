import { openAskedAgain } from '../../../shared/capture/asked-again';
import type { SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';

/** Every asking again that took effect, the oldest first. */
export async function exportedAsks(deps: Pick<ApiDeps, 'db' | 'keyring'>, session: SessionRow) {
  const rows = await deps.db
    .selectFrom('asked_again')
    .selectAll()
    .where('session_id', '=', session.id)
    .where('capture', 'is not', null)
    .orderBy('capture')
    .orderBy('piece')
    .execute();
  return rows.map((row) => ({
    piece: row.piece,
    reason_code: row.reason_code,
    message: openAskedAgain(deps.keyring, session, row),
    asked_at: row.created_at,
  }));
}
