import { sql, type Kysely, type Migration } from 'kysely';

/** Every filter of every list is answered by an index, and a session's row has the result that counts. */
export const listIndexesMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const owner = 'organization_id, environment';
const newest = 'created_at DESC, id DESC';

const statements = [
  `ALTER TABLE sessions ADD COLUMN result text`,
  `UPDATE sessions SET result = newest.status FROM (
      SELECT DISTINCT ON (session_id) session_id, status FROM results
      WHERE withdrawn_at IS NULL ORDER BY session_id, attempt DESC) AS newest
    WHERE sessions.id = newest.session_id`,
  `CREATE INDEX sessions_by_result ON sessions (${owner}, result, ${newest})
    WHERE result IS NOT NULL`,
  `CREATE INDEX sessions_by_workflow ON sessions (${owner}, workflow_id, ${newest})`,
  `CREATE INDEX sessions_by_country ON sessions (${owner}, country, ${newest})
    WHERE country IS NOT NULL`,
  `CREATE INDEX sessions_by_tag ON sessions USING gin (tags) WHERE tags <> '{}'`,

  // Pages and totals without the results that a later one replaced or that were withdrawn.
  `DROP INDEX results_newest`,
  `CREATE INDEX results_newest ON results (${owner}, created_at DESC, session_id DESC)
    WHERE withdrawn_at IS NULL`,
  `CREATE INDEX results_by_status ON results (${owner}, status, created_at DESC, session_id DESC)
    WHERE withdrawn_at IS NULL`,

  `CREATE INDEX cases_oldest ON cases (${owner}, created_at, id)`,
  `DROP INDEX cases_queue`,
  `CREATE INDEX cases_queue ON cases (${owner}, status, created_at, id)`,
  `CREATE INDEX cases_held ON cases (${owner}, assignee) WHERE assignee IS NOT NULL`,
  // An index of an expression tells the planner nothing of it when it is partial.
  `CREATE STATISTICS cases_wait ON (closed_at - created_at) FROM cases`,
  `CREATE INDEX cases_by_wait ON cases (${owner}, (closed_at - created_at))
    WHERE closed_at IS NOT NULL`,

  `CREATE INDEX identities_by_status ON identities (${owner}, status, ${newest})
    WHERE merged_into IS NULL`,
  `CREATE INDEX identities_archived ON identities (${owner}, ${newest})
    WHERE archived_at IS NOT NULL AND merged_into IS NULL`,
  `CREATE INDEX identities_by_ref ON identities (${owner}, external_ref text_pattern_ops)
    WHERE external_ref IS NOT NULL`,
  `CREATE INDEX identities_by_tag ON identities USING gin (tags) WHERE tags <> '{}'`,

  `CREATE INDEX audit_by_action ON audit (organization_id, action text_pattern_ops, at DESC, id DESC)`,
  `CREATE INDEX audit_by_actor ON audit (organization_id, actor_id, at DESC, id DESC)
    WHERE actor_id IS NOT NULL`,
  `CREATE INDEX audit_by_kind ON audit (organization_id, actor_kind, at DESC, id DESC)`,
  `CREATE INDEX audit_by_request ON audit (request_id) WHERE request_id IS NOT NULL`,
  `DROP INDEX audit_of_resource`,
  `CREATE INDEX audit_of_resource ON audit (resource_id text_pattern_ops)
    WHERE resource_id IS NOT NULL`,

  `DROP INDEX webhook_deliveries_newest`,
  `CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (endpoint_id, ${newest})`,
  `CREATE INDEX webhook_deliveries_by_status ON webhook_deliveries (endpoint_id, status, ${newest})`,
  `CREATE INDEX webhook_deliveries_by_type ON webhook_deliveries (endpoint_id, event_type, ${newest})`,

  `CREATE INDEX list_items_pages ON list_items (list_id, id)`,
  `CREATE INDEX lists_newest ON lists (${owner}, id DESC)`,
  `CREATE INDEX api_keys_newest ON api_keys (${owner}, id DESC)`,
  `CREATE INDEX workflows_newest ON workflows (${owner}, is_default DESC, id DESC)`,
];
