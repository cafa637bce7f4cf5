import { sql, type Kysely, type Migration } from 'kysely';

/** The word of the second of two reviewers where it was another than the first one's, and a third has to decide. */
export const disagreementMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`ALTER TABLE cases ADD COLUMN second_decision text`).execute(db);
  },
};
