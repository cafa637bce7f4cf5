import type { Client } from 'pg';
import { z } from 'zod';

export interface DatabaseCounts {
  readonly commits: number;
  readonly walBytes: number;
}

const counts = z.tuple([z.object({ commits: z.coerce.number(), wal: z.coerce.number() })]);

/** A backend that has become idle tells its commits within so long (PGSTAT_IDLE_INTERVAL is 10 s). */
export const commitsToldWithinMs = 10_500;

/** Of the records' database; WAL is of the whole server, which serves nothing else. */
export async function readDatabaseCounts(admin: Client, database: string): Promise<DatabaseCounts> {
  const answer = await admin.query(
    `SELECT xact_commit AS commits, pg_current_wal_insert_lsn() - '0/0' AS wal
      FROM pg_stat_database WHERE datname = $1`,
    [database],
  );
  const [row] = counts.parse(answer.rows);
  return { commits: row.commits, walBytes: row.wal };
}
