import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { connectDatabase } from '../../shared/database/connect';
import { migrations } from '../../shared/database/migrate';
import type { SchemaMigration } from '../../shared/database/migrating/schema-migration';
import type { Database } from '../../shared/database/schema';
import { stackAddresses } from '../stack/addresses';
import { administer } from '../stack/database';

/** 0025 over what earlier releases left: one organisation's workflows and settings, used by both environments. */
const { VERIFA_TEST_POSTGRES_URL: server } = stackAddresses();
const name = `test_${randomBytes(6).toString('hex')}`;
const names = Object.keys(migrations).sort();
let db: Kysely<Database>;

beforeAll(async () => {
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  db = connectDatabase({ url: url.href, maxConnections: 1 });
  await migrate((one) => one < '0025');
  for (const statement of before) await sql.raw(statement).execute(db);
  await migrate((one) => one >= '0025');
});
afterAll(async () => {
  await db.destroy();
  await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
});

async function migrate(isDue: (name: string) => boolean): Promise<void> {
  const all = Object.entries<SchemaMigration>(migrations);
  for (const [one, migration] of all.sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isDue(one)) continue;
    if (migration.outside === true) await migration.up(db);
    else await db.transaction().execute((trx) => migration.up(trx));
  }
}

const at = `'2026-01-01T00:00:00Z'`;
const session = (id: string, environment: string, workflow: string) =>
  `INSERT INTO sessions (id, organization_id, environment, status, retention_status, legal_hold, attempt,
      capture, state, sequence, event_sequence, workflow_id, workflow_version, metadata, tags,
      send_email, token_minutes, created_at, updated_at)
    VALUES ('${id}', 'org_1', '${environment}', 'completed', 'active', false, 1, 1, '{}', 1, 1,
      '${workflow}', 1, '{}', '{}', false, 20, ${at}, ${at})`;
const attempt = (id: string, workflow: string) =>
  `INSERT INTO attempts (session_id, attempt, status, workflow_id, workflow_version, document_ids,
      started_at) VALUES ('${id}', 1, 'decided', '${workflow}', 1, '{}', ${at})`;
const before = [
  `INSERT INTO organizations (id, name, settings, created_at)
    VALUES ('org_1', 'One', '{"time_zone": "Asia/Tokyo"}', ${at})`,
  `INSERT INTO workflows (id, organization_id, name, is_default, active, current_version, created_at,
      rollout_percentage, stable_version)
    VALUES ('wfl_default', 'org_1', 'Default', true, true, 2, ${at}, 30, 1),
      ('wfl_old', 'org_1', 'Old', false, false, 1, ${at}, 100, 1)`,
  `INSERT INTO workflow_versions (workflow_id, version, definition, created_at)
    VALUES ('wfl_default', 1, '{"one": 1}', ${at}), ('wfl_default', 2, '{"two": 2}', ${at}),
      ('wfl_old', 1, '{"old": 1}', ${at})`,
  session('ses_live', 'live', 'wfl_default'),
  session('ses_sandbox', 'sandbox', 'wfl_default'),
  attempt('ses_live', 'wfl_default'),
  // Judged by another of the organisation's.
  attempt('ses_sandbox', 'wfl_old'),
];

it('is one of the migrations', () => {
  expect(names).toContain('0025-environments');
});

it('copies the settings to both environments', async () => {
  const rows = await db
    .selectFrom('environment_settings')
    .select(['environment', 'settings'])
    .orderBy('environment')
    .execute();
  const settings = { time_zone: 'Asia/Tokyo' };
  expect(rows).toEqual([
    { environment: 'live', settings },
    { environment: 'sandbox', settings },
  ]);
});

it('leaves the workflows to live, and gives the sandbox a twin of each with an id of its own', async () => {
  const rows = await db.selectFrom('workflows').selectAll().orderBy('name').execute();
  const of = (environment: string) =>
    rows
      .filter((row) => row.environment === environment)
      .map(({ id: _id, environment: _environment, ...same }) => same);
  expect(of('sandbox')).toEqual(of('live'));
  expect(of('sandbox')).toMatchObject([
    { name: 'Default', is_default: true, rollout_percentage: 30, stable_version: 1 },
    { name: 'Old', is_default: false, active: false },
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(4);
  const definitions = await db
    .selectFrom('workflow_versions')
    .innerJoin('workflows', 'workflows.id', 'workflow_id')
    .select(['name', 'environment', 'version', 'definition'])
    .where('environment', '=', 'sandbox')
    .orderBy('name')
    .orderBy('version')
    .execute();
  expect(definitions.map(({ definition }) => definition)).toEqual([
    { one: 1 },
    { two: 2 },
    { old: 1 },
  ]);
});

it("points each session and attempt to its own environment's", async () => {
  const named = await sql<{ session: string; attempt: string }>`
    SELECT of_session.name || ' ' || of_session.environment AS session,
      of_attempt.name || ' ' || of_attempt.environment AS attempt
    FROM sessions
      JOIN workflows AS of_session ON of_session.id = sessions.workflow_id
      JOIN attempts ON attempts.session_id = sessions.id
      JOIN workflows AS of_attempt ON of_attempt.id = attempts.workflow_id
    ORDER BY sessions.id`.execute(db);
  expect(named.rows).toEqual([
    { session: 'Default live', attempt: 'Default live' },
    { session: 'Default sandbox', attempt: 'Old sandbox' },
  ]);
});

it("refuses a session of the other environment's workflow", async () => {
  await expect(
    sql.raw(session('ses_crossed', 'sandbox', 'wfl_default')).execute(db),
  ).rejects.toThrow('sessions_workflow_of_environment');
});
