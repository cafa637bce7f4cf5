import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';
import { databaseKeptMs } from './kept';
import { readBounded } from './read-bounded';

/** By the partial index `invitations_owed`. */
export function invitationsSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'invitations',
    gauges: ['verifa_invitations_oldest_seconds'],
    keepMs: databaseKeptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ age: string }>`
          SELECT extract(epoch FROM now() - created_at) AS age FROM invitations
          WHERE sent_at IS NULL AND dropped_at IS NULL
          ORDER BY created_at LIMIT 1`.execute(trx),
      );
      const value = Math.max(0, Number(rows[0]?.age ?? 0));
      return [{ name: 'verifa_invitations_oldest_seconds', labels: {}, value }];
    },
  };
}
