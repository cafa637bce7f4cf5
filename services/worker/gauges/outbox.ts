import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';
import { databaseKeptMs } from './kept';
import { readBounded } from './read-bounded';

/**
 * Positions are given before their commit: the oldest is among the first ones. Written into the statement: of a
 * limit that it does not know Postgres expects many rows, and reads all events.
 */
const firstOnes = 20;

/** Some steps of the outbox's key, and of the events', however many wait behind them. */
export function outboxSource(system: Kysely<Database>): GaugeSource {
  return {
    name: 'outbox',
    gauges: ['verifa_outbox_oldest_seconds'],
    keepMs: databaseKeptMs,
    async read() {
      const { rows } = await readBounded(system, (trx) =>
        sql<{ age: string | null }>`
          SELECT extract(epoch FROM now() - min(events.created_at)) AS age
          FROM (SELECT event_id FROM outbox ORDER BY position LIMIT ${sql.lit(firstOnes)}) waiting
          JOIN events ON events.id = waiting.event_id`.execute(trx),
      );
      const value = Math.max(0, Number(rows[0]?.age ?? 0));
      return [{ name: 'verifa_outbox_oldest_seconds', labels: {}, value }];
    },
  };
}
