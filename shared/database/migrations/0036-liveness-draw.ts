import { sql, type Kysely, type Migration } from 'kysely';

/** What a capture is asked to perform stays the same until it is answered, and frames may have their times. */
export const livenessDrawMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE liveness_challenges
      ADD COLUMN colours jsonb, ADD COLUMN colours_from_ms integer`.execute(db);
    await sql`ALTER TABLE liveness_frames ADD COLUMN at_ms integer`.execute(db);
  },
};
