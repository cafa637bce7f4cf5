import { sql, type Kysely, type Migration } from 'kysely';

/** What the person's page asks of a session and of its links. */
export const capturePageMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE sessions ADD COLUMN language text,
      ADD COLUMN liveness_declined integer`.execute(db);
    await sql`ALTER TABLE capture_tokens ADD COLUMN extensions integer NOT NULL DEFAULT 0,
      ADD COLUMN step_batches integer NOT NULL DEFAULT 0,
      ADD COLUMN last_steps bytea`.execute(db);
  },
};
