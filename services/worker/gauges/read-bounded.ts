import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../../shared/database/schema';

/** Below what a scrape waits, so that none leaves a query behind. */
const answerWithinMs = 3_000;

/**
 * One read of a gauge, over all tenants: Postgres itself ends it in time, also where it waits for a lock. So however
 * often and by whomever it is scraped, a process holds one connection a gauge, and for seconds at most.
 */
export function readBounded<T>(
  system: Kysely<Database>,
  read: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return system
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`SELECT set_config('statement_timeout', ${String(answerWithinMs)}, true)`.execute(
        trx,
      );
      return read(trx);
    });
}
