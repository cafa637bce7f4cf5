import type { SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { assessedSignals } from '../results/risk';

/** Every signal that counted for or against the person, by attempt, the oldest first. */
export async function exportedSignals(deps: Pick<ApiDeps, 'db' | 'keyring'>, session: SessionRow) {
  const rows = await deps.db
    .selectFrom('risk_assessments')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('attempt')
    .execute();
  return rows.flatMap((row) =>
    assessedSignals(deps, session, row).map((signal) => ({
      ...signal,
      attempt: row.attempt,
      evaluated_at: row.evaluated_at,
    })),
  );
}
