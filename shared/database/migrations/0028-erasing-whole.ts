import { sql, type Kysely, type Migration } from 'kysely';

/** Erasures that wait for a hold, and how far the search for objects without a row has come. */
export const erasingWholeMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE identities ADD COLUMN erasure_asked_at timestamptz`.execute(db);
    await sql`CREATE TABLE sweep_cursors (
      name text PRIMARY KEY, after text NOT NULL, updated_at timestamptz NOT NULL)`.execute(db);
  },
};
