import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';
import { databaseKeptMs } from './kept';
import { readBounded } from './read-bounded';

/** By the partial index `erasures_pending`. */
export function erasuresSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'erasures',
    gauges: ['verifa_erasures_pending'],
    keepMs: databaseKeptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ pending: string }>`
          SELECT count(*) AS pending FROM erasures
          WHERE cardinality(pending_object_keys) > 0`.execute(trx),
      );
      const value = Number(rows[0]?.pending ?? 0);
      return [{ name: 'verifa_erasures_pending', labels: {}, value }];
    },
  };
}
