import { sql, type Kysely, type Migration } from 'kysely';

/** Plans, the version a key is pinned to, and the counters of the rate limits. */
export const limitsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `ALTER TABLE organizations ADD COLUMN plan text NOT NULL DEFAULT 'unlimited'`,
  `ALTER TABLE api_keys ADD COLUMN api_version text`,
  // Unlogged: after a crash of the database a minute begins anew, and no commit waits for the disk.
  `CREATE UNLOGGED TABLE rate_windows (
    subject text NOT NULL, window_number bigint NOT NULL, taken integer NOT NULL,
    PRIMARY KEY (subject, window_number))`,
];
