import { sql, type Kysely, type Migration } from 'kysely';

/** A key reads in one environment, a user in both: counted under one row, the second one met the other's. */
export const readsOfAnEnvironmentMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE audit_reads DROP CONSTRAINT audit_reads_pkey, ADD PRIMARY KEY
      (organization_id, environment, actor_id, action, resource_id, filters, window_start)`.execute(
      db,
    );
  },
};
