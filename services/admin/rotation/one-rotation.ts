import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

/** Any number that nothing else locks. */
const lockNumber = 5_202_611;

/**
 * Two operators at once would each write a ring without the other's key. The lock is the connection's:
 * it goes with a run that is killed.
 */
export async function asTheOnlyRotation<T>(
  db: Kysely<Database>,
  run: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (own) => {
    const { rows } = await sql<{ is_ours: boolean }>`
      SELECT pg_try_advisory_lock(${lockNumber}) AS is_ours`.execute(own);
    if (rows[0]?.is_ours !== true) {
      throw new VerifaError('config_invalid', { detail: 'Another rotation is running.' });
    }
    try {
      return await run(own);
    } finally {
      await sql`SELECT pg_advisory_unlock(${lockNumber})`.execute(own);
    }
  });
}
