import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';

const batchSize = 20_000;
const batchesPerRun = 20;
const kind = sql.raw('organization_id, environment, status, result, workflow_id, country');

/**
 * Moves changes of the totals into the totals. One statement each batch, so that whoever counts meanwhile
 * finds a change in one of the two places, and never in both.
 */
export async function addUpTotals(db: Kysely<Database>, heartbeat: () => void): Promise<void> {
  for (let batches = 0; batches < batchesPerRun; batches += 1) {
    const { rows } = await sql<{ moved: number }>`
      WITH moved AS (
        DELETE FROM session_total_changes WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM session_total_changes LIMIT ${batchSize} FOR UPDATE SKIP LOCKED))
        RETURNING *),
      added AS (
        INSERT INTO session_totals AS totals (${kind}, sessions)
        SELECT ${kind}, sum(sessions) FROM moved GROUP BY ${kind}
        HAVING sum(sessions) <> 0 ORDER BY ${kind}
        ON CONFLICT (${kind}) DO UPDATE SET sessions = totals.sessions + excluded.sessions)
      SELECT count(*)::int AS moved FROM moved`.execute(db);
    heartbeat();
    if ((rows[0]?.moved ?? 0) < batchSize) return;
  }
}
