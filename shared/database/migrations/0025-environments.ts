import { sql, type Kysely, type Migration } from 'kysely';
import { newId } from '../../domain/ids';

/** Settings and workflows belong to an environment: a sandbox key changes nothing that live sessions use. */
export const environmentsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of settingsOfEach) await sql.raw(statement).execute(db);
    for (const statement of workflowsOfLive) await sql.raw(statement).execute(db);
    await twinWorkflows(db);
    for (const statement of sandboxToTwins) await sql.raw(statement).execute(db);
  },
};

const settingsOfEach = [
  `CREATE TABLE environment_settings (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    settings jsonb NOT NULL, PRIMARY KEY (organization_id, environment))`,
  `INSERT INTO environment_settings (organization_id, environment, settings)
    SELECT id, environment, settings FROM organizations,
      (VALUES ('live'), ('sandbox')) AS both_environments (environment)`,
  `ALTER TABLE organizations DROP COLUMN settings`,
];

/** Whoever made a workflow, live sessions could use it. */
const workflowsOfLive = [
  `ALTER TABLE workflows ADD COLUMN environment text NOT NULL DEFAULT 'live'`,
  `ALTER TABLE workflows ALTER COLUMN environment DROP DEFAULT`,
  `ALTER TABLE workflows ADD UNIQUE (id, organization_id, environment)`,
  `DROP INDEX workflows_one_default`,
  `CREATE UNIQUE INDEX workflows_one_default ON workflows (organization_id, environment)
    WHERE is_default`,
  `CREATE TEMPORARY TABLE workflow_twins (of_live text PRIMARY KEY, of_sandbox text NOT NULL)
    ON COMMIT DROP`,
];

async function twinWorkflows(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM workflows ORDER BY id`.execute(db);
  for (const { id } of rows) {
    await sql`INSERT INTO workflow_twins VALUES (${id}, ${newId('workflow')})`.execute(db);
  }
}

const sandboxToTwins = [
  `INSERT INTO workflows (id, organization_id, environment, name, is_default, active,
      current_version, rollout_percentage, stable_version, created_at)
    SELECT of_sandbox, organization_id, 'sandbox', name, is_default, active,
      current_version, rollout_percentage, stable_version, created_at
    FROM workflows JOIN workflow_twins ON of_live = id`,
  `INSERT INTO workflow_versions (workflow_id, version, definition, created_at)
    SELECT of_sandbox, version, definition, created_at
    FROM workflow_versions JOIN workflow_twins ON of_live = workflow_id`,
  `UPDATE sessions SET workflow_id = of_sandbox FROM workflow_twins
    WHERE of_live = workflow_id AND environment = 'sandbox'`,
  `UPDATE attempts SET workflow_id = of_sandbox FROM workflow_twins, sessions
    WHERE of_live = attempts.workflow_id AND sessions.id = attempts.session_id
      AND sessions.environment = 'sandbox'`,
  // A session judged by another environment's workflow cannot be written any more.
  `ALTER TABLE sessions DROP CONSTRAINT sessions_workflow_id_fkey`,
  `ALTER TABLE sessions ADD CONSTRAINT sessions_workflow_of_environment
    FOREIGN KEY (workflow_id, organization_id, environment)
    REFERENCES workflows (id, organization_id, environment)`,
];
