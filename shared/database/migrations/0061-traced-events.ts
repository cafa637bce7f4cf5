import { sql, type Kysely, type Migration } from 'kysely';

/** The request behind an event, and its place in a trace: deliveries are hours later, and join both. */
export const tracedEventsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`ALTER TABLE events ADD COLUMN request_id text, ADD COLUMN traceparent text`)
      .execute(db);
  },
};
