import { sql, type Kysely, type Migration } from 'kysely';

/** By which a session knows the message again that moved it last. */
export const lastRequestMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE sessions ADD COLUMN last_request_id text`.execute(db);
  },
};
