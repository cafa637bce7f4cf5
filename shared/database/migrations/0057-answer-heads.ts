import { sql, type Kysely, type Migration } from 'kysely';

/** Beside a receiver's answer, the part of its head that can hold nothing of a person. */
export const answerHeadsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`ALTER TABLE webhook_tries ADD COLUMN answer_head text`).execute(db);
  },
};
