import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import { addRecordGauges } from '../../services/worker/gauges/add-record-gauges';
import { connectDatabase, connectScoped, type ScopedDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { createTenancy } from '../../shared/database/tenancy';
import { newId } from '../../shared/domain/ids';
import type { GaugeSource, Reading } from '../../shared/metrics/gauge-source';
import { connectTemporalClient, type TemporalClient } from '../../shared/temporal/connect-client';
import { asReplica, generatedId, generateRows } from '../database/generated-rows';
import { stackAddresses } from '../stack/addresses';
import { countPostgres, type CountedPostgres } from '../stack/counted-postgres';
import { createTestDatabase, type TestDatabase } from '../stack/database';

/** What the gauges say of rows whose number is known, and what they ask of Postgres for it. */
const organizationId = newId('organization');
const many = 20_000;
let database: TestDatabase;
let wire: CountedPostgres;
let owner: Kysely<Database>;
let scoped: ScopedDatabase;
let temporal: TemporalClient;
let sources: readonly GaugeSource[];

beforeAll(async () => {
  database = await createTestDatabase();
  wire = await countPostgres(database.url);
  owner = connectDatabase({ url: database.url, maxConnections: 2 });
  scoped = connectScoped({ url: wire.url, maxConnections: 3 }, createTenancy());
  temporal = connectTemporalClient({
    address: stackAddresses().VERIFA_TEST_TEMPORAL_ADDRESS,
    namespace: 'default',
    environment: {},
  });
  const added: GaugeSource[] = [];
  addRecordGauges(
    { add: (source) => added.push(source) },
    { system: scoped.system, temporal: temporal.client, clock: () => new Date() },
  );
  sources = added;
  await owner
    .insertInto('organizations')
    .values({ id: organizationId, name: 'many', created_at: new Date() })
    .execute();
  await generateRows(owner, { organizationId, sessions: many });
  await makeTrouble();
  await sql`ANALYZE`.execute(owner);
});
afterAll(async () => {
  await temporal.close();
  await scoped.close();
  await owner.destroy();
  await wire.stop();
  await database.drop();
});

/** A few rows of each kind, beside those that look like them and are in order. */
async function makeTrouble(): Promise<void> {
  const numbered = (first: number, last: number) => sql`id >= ${generatedId('ses_', first)}
    AND id <= ${generatedId('ses_', last)}`;
  const open = sql`retention_status = 'active', ended_at = NULL`;
  const changes = [
    sql`UPDATE sessions SET status = 'pending', ${open}, deadline_at = now() - interval '1 hour'
      WHERE ${numbered(1, 4)}`,
    sql`UPDATE sessions SET status = 'pending', ${open}, deadline_at = now() - interval '1 minute'
      WHERE ${numbered(5, 6)}`,
    sql`UPDATE sessions SET status = 'processing', ${open}, updated_at = now() - interval '40 minutes'
      WHERE ${numbered(10, 11)}`,
    // 90 days until hidden, 365 until destroyed, and three hours of grace.
    sql`UPDATE sessions SET retention_status = 'active', ended_at = now() - interval '100 days'
      WHERE ${numbered(20, 24)}`,
    sql`UPDATE sessions SET retention_status = 'active', ended_at = now() - interval '90 days 1 hour'
      WHERE ${numbered(25, 26)}`,
    sql`UPDATE sessions SET retention_status = 'active', legal_hold = true,
      ended_at = now() - interval '400 days' WHERE ${numbered(27, 29)}`,
    sql`UPDATE sessions SET retention_status = 'sensitive_redacted',
      ended_at = now() - interval '100 days' WHERE ${numbered(30, 5_000)}`,
    sql`UPDATE sessions SET retention_status = 'sensitive_redacted',
      ended_at = now() - interval '400 days' WHERE ${numbered(5_001, 5_002)}`,
    sql`UPDATE sessions SET retention_status = 'active', ended_at = now() - interval '400 days'
      WHERE ${numbered(5_003, 5_003)}`,
  ];
  for (const change of changes) await change.execute(owner);
  const own = sql`${organizationId}::text, 'live'`;
  await asReplica(owner, [
    sql`UPDATE webhook_deliveries SET status = 'pending', round = 2 WHERE id <= ${generatedId('whd_', 3)}`,
    sql`UPDATE webhook_deliveries SET status = 'held'
      WHERE id > ${generatedId('whd_', 3)} AND id <= ${generatedId('whd_', 5)}`,
    sql`UPDATE webhook_endpoints SET enabled = false, disabled_reason = 'receiver_gone'
      WHERE id <= ${generatedId('whe_', 2)}`,
    sql`INSERT INTO events (id, organization_id, environment, session_id, type, sequence, data,
        is_test, created_at)
      SELECT 'evt_' || n, ${own}, NULL, 'session.created', n, '{}', false, now() - n * interval '1 second'
      FROM generate_series(1, ${many}::int) AS n`,
    sql`INSERT INTO outbox (event_id, organization_id, environment)
      SELECT 'evt_' || n, ${own} FROM generate_series(601, 5000) AS n`,
    sql`INSERT INTO invitations (session_id, number, organization_id, environment, created_at, sent_at)
      SELECT id, 1, ${own}, now() - interval '2 hours',
        CASE WHEN id > ${generatedId('ses_', 1)} THEN now() END
      FROM sessions WHERE organization_id = ${organizationId}`,
    sql`INSERT INTO erasures (session_id, organization_id, environment, documents_removed, record,
        signature, pending_object_keys, created_at)
      SELECT id, ${own}, 0, '{}', '', CASE WHEN id <= ${generatedId('ses_', 7)} THEN ARRAY['a'] ELSE '{}' END,
        now() FROM sessions WHERE organization_id = ${organizationId}`,
  ]);
}

async function readAll(): Promise<readonly Reading[]> {
  return (await Promise.all(sources.map((source) => source.read()))).flat();
}

test('each gauge says how many there are, or for how long, and passes over what is in order', async () => {
  const readings = await readAll();
  const one = (name: Reading['name'], labels: Record<string, string> = {}): number | undefined =>
    readings.find(
      (reading) =>
        reading.name === name &&
        Object.entries(labels).every(
          ([label, value]) => Reflect.get(reading.labels, label) === value,
        ),
    )?.value;
  const { rows } = await sql<{ status: string; environment: string; sessions: string }>`
    SELECT status, environment, count(*) AS sessions FROM sessions GROUP BY status, environment`.execute(
    owner,
  );
  for (const { status, environment, sessions } of rows) {
    expect([status, one('verifa_sessions', { status, environment })]).toEqual([
      status,
      Number(sessions),
    ]);
  }
  expect(one('verifa_sessions', { status: 'under_review', environment: 'live' })).toBe(0);
  expect(one('verifa_sessions_past_deadline')).toBe(4);
  expect(one('verifa_retention_overdue')).toBe(5 + 2 + 1);
  expect(one('verifa_erasures_pending')).toBe(7);
  expect(one('verifa_deliveries', { status: 'pending' })).toBe(3);
  expect(one('verifa_deliveries', { status: 'held' })).toBe(2);
  expect(one('verifa_deliveries', { status: 'failed' })).toBe(many / 5_000);
  expect(one('verifa_endpoints_disabled', { reason: 'receiver_gone' })).toBe(2);
  expect(one('verifa_endpoints_disabled', { reason: 'failed_in_a_row' })).toBe(0);
  // Within what the machine has taken since.
  const ages = [
    ['verifa_sessions_processing_oldest_seconds', 40 * 60],
    ['verifa_outbox_oldest_seconds', 620],
    ['verifa_invitations_oldest_seconds', 2 * 3_600],
    ['verifa_audit_unsealed_oldest_seconds', many * 60],
  ] as const;
  for (const [name, seconds] of ages) {
    const age = one(name) ?? -1;
    expect([name, age >= seconds && age < seconds + 900]).toEqual([name, true]);
  }
});

test('an organisation’s own days count, of each environment by itself', async () => {
  const overdue = async (): Promise<number | undefined> =>
    (await sources.find(({ name }) => name === 'retention')?.read())?.[0]?.value;
  await owner
    .insertInto('environment_settings')
    .values({
      organization_id: organizationId,
      environment: 'live',
      settings: JSON.stringify({ sensitive_data_retention_days: 200, data_retention_days: 99 }),
    })
    .execute();
  // All that ended 100 days ago is to be destroyed now, hidden or not.
  expect(await overdue()).toBe(5 + 4_971 + 2 + 1);
  await owner.updateTable('environment_settings').set({ environment: 'sandbox' }).execute();
  expect(await overdue()).toBe(5 + 2 + 1);
});

test('no gauge reads a large table whole', async () => {
  wire.take();
  await readAll();
  const large = [
    'sessions',
    'webhook_deliveries',
    'events',
    'audit',
    'invitations',
    'erasures',
    'outbox',
  ];
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const asked = wire
      .take()
      .statements.map(({ text }) => text)
      .filter((text) => large.some((table) => new RegExp(`\\b${table}\\b`).test(text)));
    expect(asked.length).toBeGreaterThanOrEqual(8);
    for (const text of asked) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (GENERIC_PLAN) ${text}`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      const whole = large.filter((table) => new RegExp(`Seq Scan on ${table}\\b`).test(plan));
      expect([text, whole]).toEqual([text, []]);
    }
  } finally {
    await client.end();
  }
});

test('a gauge whose table is locked ends by itself, and those beside it answer', async () => {
  await owner.transaction().execute(async (trx) => {
    await sql`LOCK TABLE erasures IN ACCESS EXCLUSIVE MODE`.execute(trx);
    const ends = await Promise.allSettled(sources.map((source) => source.read()));
    const failed = sources.filter((_, nth) => ends[nth]?.status === 'rejected');
    expect(failed.map(({ name }) => name)).toEqual(['erasures']);
  });
});
