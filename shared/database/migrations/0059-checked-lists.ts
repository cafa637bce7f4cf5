import { sql, type Kysely } from 'kysely';
import type { InTransaction } from '../migrating/schema-migration';

/** When a list was last seen to be the published one, which is later than when it was loaded. */
export const checkedListsMigration: InTransaction = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Null where no release of since then has looked at it: `loaded_at` stands for it.
    await sql`ALTER TABLE watchlists ADD COLUMN checked_at timestamptz`.execute(db);
  },
};
