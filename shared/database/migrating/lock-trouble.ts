import { sql, type QueryExecutorProvider } from 'kysely';
import { DatabaseError } from 'pg';

/** `lock_not_available`, by `lock_timeout`; `deadlock_detected`, which another one won. */
const lockCodes: ReadonlySet<string> = new Set(['55P03', '40P01']);

export function isLockTrouble(cause: unknown): boolean {
  return cause instanceof DatabaseError && lockCodes.has(cause.code ?? '');
}

const namedHolders = 3;

/** The oldest transactions of this database: whoever holds a lock for long is one of them. */
export async function describeHolders(db: QueryExecutorProvider): Promise<string> {
  const { rows } = await sql<{ pid: number; seconds: number }>`
    SELECT pid, extract(epoch FROM clock_timestamp() - xact_start)::int AS seconds
    FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
    ORDER BY xact_start LIMIT ${namedHolders}`.execute(db);
  if (rows.length === 0) return 'no other transaction is open now';
  const each = rows.map(({ pid, seconds }) => `pid ${String(pid)} for ${String(seconds)} s`);
  return `open transactions: ${each.join(', ')}`;
}
