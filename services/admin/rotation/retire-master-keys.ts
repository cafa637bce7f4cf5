import { sql, type Kysely, type Transaction } from 'kysely';
import { DatabaseError } from 'pg';
import { sha256 } from '../../../shared/crypto/seal';
import type { Database } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { wrappedTables, type WrappedTable } from './wrapped-tables';

/**
 * From here on the database itself takes no row under one of these keys. Without that, a process that
 * was not restarted could still wrap a new session's key under one that is about to be removed, and the
 * session would be lost; so its insert fails instead. Adding the rule proves that no row breaks it now.
 *
 * @throws VerifaError when a row names one of the keys; then nothing has changed
 */
export async function retireMasterKeys(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<void> {
  try {
    await db.transaction().execute(async (trx) => {
      // Rather fail than have every request wait behind this one.
      await sql`SET LOCAL lock_timeout = '5s'`.execute(trx);
      for (const table of wrappedTables) {
        for (const id of ids) await refuseKey(trx, table, id);
      }
    });
  } catch (cause) {
    if (!(cause instanceof DatabaseError)) throw cause;
    if (cause.code === checkViolation) throw stillNamed(cause);
    if (cause.code === lockNotAvailable) {
      const detail = 'The tables are busy: run --step remove again.';
      throw new VerifaError('config_invalid', { detail, cause });
    }
    throw cause;
  }
}

/** Codes of Postgres (appendix A of its manual). */
const checkViolation = '23514';
const lockNotAvailable = '55P03';

export function stillNamed(cause?: unknown): VerifaError {
  return new VerifaError('config_invalid', {
    detail: '--step: rows still name an old master key; run --step rewrap first',
    cause,
  });
}

async function refuseKey(
  trx: Transaction<Database>,
  table: WrappedTable,
  id: string,
): Promise<void> {
  // An operator may have named a key as they liked: the rule's name has the hash.
  const rule = sql.id(`master_key_retired_${sha256(id).toString('hex').slice(0, 16)}`);
  await sql`
    ALTER TABLE ${sql.table(table)} DROP CONSTRAINT IF EXISTS ${rule},
      ADD CONSTRAINT ${rule} CHECK (master_key_id <> ${sql.lit(id)})`.execute(trx);
}
