import { sql, type Kysely, type Migration } from 'kysely';

/** Whose document a picture shows: without it a second session of one person looks like a thief's. */
export const whosePictureMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE document_prints ADD COLUMN document_hash bytea`.execute(db);
  },
};
