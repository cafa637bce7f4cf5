import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../shared/database/schema';
import type { RunningApi } from './running-api';

const counts = z.object({ rows: z.coerce.number() });

/** Rows and index entries that Postgres has looked at until now, in all tables of a size. */
export async function rowsLookedAt({
  nobodys,
  db,
}: Pick<RunningApi, 'nobodys' | 'db'>): Promise<number> {
  await reported(nobodys);
  const { rows } = await sql`SELECT
      (SELECT sum(seq_tup_read) FROM pg_stat_user_tables)
      + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes) AS rows`.execute(db);
  return counts.parse(rows[0]).rows;
}

/** Each connection reports when it is told to; the API's pool has five. */
async function reported(nobodys: Kysely<Database>): Promise<void> {
  await Promise.all(
    Array.from({ length: 5 }, () =>
      sql`SELECT pg_stat_force_next_flush(), pg_sleep(0.02)`.execute(nobodys),
    ),
  );
}
