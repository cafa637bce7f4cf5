import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import { environments, type Environment } from '../../../shared/domain/environment';
import { sessionStatuses, type SessionStatus } from '../../../shared/domain/lifecycle/state';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';
import { databaseKeptMs } from './kept';
import { readBounded } from './read-bounded';

/** From the totals that a trigger keeps: some rows a tenant, however many sessions there are. */
export function sessionsSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'sessions',
    gauges: ['verifa_sessions'],
    keepMs: databaseKeptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ environment: Environment; status: SessionStatus; sessions: string }>`
          SELECT environment, status, sum(sessions) AS sessions
          FROM (SELECT environment, status, sessions FROM session_totals
            UNION ALL SELECT environment, status, sessions FROM session_total_changes) counted
          GROUP BY environment, status`.execute(trx),
      );
      const counts = new Map(
        rows.map((row) => [`${row.environment}/${row.status}`, Number(row.sessions)]),
      );
      return environments.flatMap((environment) =>
        sessionStatuses.map((status) => ({
          name: 'verifa_sessions' as const,
          labels: { status, environment },
          value: counts.get(`${environment}/${status}`) ?? 0,
        })),
      );
    },
  };
}
