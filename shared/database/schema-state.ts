import { sql, type Kysely } from 'kysely';
import { DatabaseError } from 'pg';
import { VerifaError } from '../domain/errors/verifa-error';
import { knownMigrations } from './migrate';
import type { Database } from './schema';

/** Without the function it was last migrated before 0058, without the roles before 0049 or never. */
const unmigrated: ReadonlySet<string> = new Set(['42883', '22023']);

/**
 * That every migration of this build has been applied; a later release's may be there as well.
 *
 * @throws VerifaError naming the first one that is missing
 */
export async function requireSchema(db: Kysely<Database>): Promise<void> {
  const applied = await appliedMigrations(db);
  const missing = knownMigrations.find((name) => !applied.has(name));
  if (missing === undefined) return;
  throw new VerifaError('temporarily_unavailable', {
    detail: `the schema is older than this release (${missing} is not applied): run migrate first`,
  });
}

async function appliedMigrations(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  try {
    const { rows } = await sql<{ name: string }>`
      SELECT name FROM verifa_migrations() AS name`.execute(db);
    return new Set(rows.map(({ name }) => name));
  } catch (cause) {
    if (cause instanceof DatabaseError && unmigrated.has(cause.code ?? '')) return new Set();
    throw cause;
  }
}
