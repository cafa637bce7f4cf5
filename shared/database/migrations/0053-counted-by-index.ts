import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Totals of lists are counted in small indexes (7 MB a million rows) that hold all that row-level security asks
 * for, so that no row is fetched; and how long a case waited is a column: Postgres asks no index for a difference
 * of two times before a policy, since that is not known to be leakproof. The comparison of two intervals is.
 */
export const countedByIndexMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const owner = 'organization_id, environment';

const statements = [
  `DROP INDEX cases_by_wait`,
  `DROP STATISTICS cases_wait`,
  `ALTER TABLE cases ADD COLUMN waited interval GENERATED ALWAYS AS (closed_at - created_at) STORED`,
  `CREATE INDEX cases_by_wait ON cases (${owner}, waited) WHERE waited IS NOT NULL`,
  `CREATE INDEX cases_counted ON cases (${owner}, status)`,
  `CREATE INDEX identities_counted ON identities (${owner}, status)
    WHERE merged_into IS NULL AND archived_at IS NULL`,
  `CREATE INDEX webhook_deliveries_counted
    ON webhook_deliveries (endpoint_id, ${owner}, status, event_type)`,
  `CREATE INDEX audit_counted ON audit (${owner})`,
  `CREATE INDEX list_items_counted ON list_items (list_id, ${owner})`,
];
