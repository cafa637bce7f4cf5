import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';
import { databaseKeptMs } from './kept';
import { readBounded } from './read-bounded';

/** A timer of Temporal's may fire late, and the sweep looks every minute. */
const graceSeconds = 5 * 60;
const mostCounted = 10_000;
/** Of one environment. */
const mostProcessing = 1_000;

/** Sessions that should have moved by themselves. */
export function pastDeadlineSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'sessions_past_deadline',
    gauges: ['verifa_sessions_past_deadline'],
    keepMs: databaseKeptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ count: string }>`
          SELECT count(*) AS count FROM (
            SELECT FROM sessions WHERE deadline_at IS NOT NULL
              AND deadline_at < now() - make_interval(secs => ${graceSeconds})
            LIMIT ${mostCounted}) past`.execute(trx),
      );
      const value = Number(rows[0]?.count ?? 0);
      return [{ name: 'verifa_sessions_past_deadline', labels: {}, value }];
    },
  };
}

/** Processing has no deadline: its checks give up by themselves, unless nobody works on them. */
export function processingSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'sessions_processing',
    gauges: ['verifa_sessions_processing_oldest_seconds'],
    keepMs: databaseKeptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ age: string | null }>`
          SELECT extract(epoch FROM now() - min(moving.updated_at)) AS age
          FROM organizations CROSS JOIN (VALUES ('live'), ('sandbox')) AS of (environment)
          CROSS JOIN LATERAL (
            SELECT updated_at FROM sessions
            WHERE organization_id = organizations.id AND environment = of.environment
              AND status = 'processing'
            ORDER BY created_at LIMIT ${mostProcessing}) moving`.execute(trx),
      );
      const value = Math.max(0, Number(rows[0]?.age ?? 0));
      return [{ name: 'verifa_sessions_processing_oldest_seconds', labels: {}, value }];
    },
  };
}
