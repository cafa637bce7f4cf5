import { sql, type QueryExecutorProvider } from 'kysely';

/**
 * Which migrations a database has had: the tables of Kysely's migrator, which release 0.1.0 used and which an older
 * image goes on reading. Times are in its form, since it sorts by them.
 */
export async function createRecord(db: QueryExecutorProvider): Promise<void> {
  // Asked first: a login that may not create in the schema can still find that there is nothing to do.
  const { rows } = await sql<{ there: boolean }>`
    SELECT to_regclass('kysely_migration') IS NOT NULL
      AND to_regclass('kysely_migration_lock') IS NOT NULL AS there`.execute(db);
  if (rows[0]?.there === true) return;
  await sql`CREATE TABLE IF NOT EXISTS kysely_migration
    (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL)`.execute(db);
  await sql`CREATE TABLE IF NOT EXISTS kysely_migration_lock
    (id varchar(255) NOT NULL PRIMARY KEY, is_locked integer DEFAULT 0 NOT NULL)`.execute(db);
  await sql`INSERT INTO kysely_migration_lock (id, is_locked) VALUES ('migration_lock', 0)
    ON CONFLICT DO NOTHING`.execute(db);
}

export async function readRecord(db: QueryExecutorProvider): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

export async function writeRecord(db: QueryExecutorProvider, name: string): Promise<void> {
  await sql`INSERT INTO kysely_migration (name, timestamp) VALUES (${name},
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`.execute(db);
}
