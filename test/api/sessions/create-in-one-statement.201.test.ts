import { sql } from 'kysely';
import { text, type Answer } from '../../processes/api-caller';
import { countPostgres, type CountedPostgres } from '../../stack/counted-postgres';
import { startApi, type RunningApi } from '../running-api';

/** Guarded with a tenth of air: what they were when this was written. */
const most = { keyed: 2, plain: 1 };

let api: RunningApi;
let wire: CountedPostgres;
beforeAll(async () => {
  api = await startApi({
    databaseBy: async (url) => {
      wire = await countPostgres(url);
      return wire.url;
    },
  });
});
afterAll(async () => {
  await api.stop();
  await wire.stop();
});

const everything = {
  external_ref: 'customer-7',
  country: 'NL',
  language: 'de-CH',
  document_type: 'passport',
  document_country: 'DE',
  metadata: { b: [1, { z: null, a: 0.5 }], a: 'ü' },
  tags: ['Zulu', 'alpha'],
  redirect_url: 'https://shop.example/back',
  expires_in_minutes: 90,
  fields: { first_name: 'Erika' },
  applicant_email: 'erika@shop.example',
  send_email: true,
};
let number = 0;
function create(json: unknown, isKeyed: boolean): Promise<Answer> {
  number += 1;
  const headers = isKeyed ? { 'Idempotency-Key': `cost-${String(number)}` } : undefined;
  return api.ask('POST', '/api/v1/sessions', {
    json,
    ...(headers === undefined ? {} : { headers }),
  });
}

it.each([
  ['with an Idempotency-Key', true],
  ['without one', false],
])('a create %s takes the fewest statements and commits', async (_how, isKeyed) => {
  // Copies are made, and the use of the key is noted for this minute.
  await create({}, isKeyed);
  wire.take();
  const times = 5;
  for (let time = 0; time < times; time += 1) {
    expect((await create(everything, isKeyed)).status).toBe(201);
  }
  const { statements, commits } = wire.take();
  const bound = (isKeyed ? most.keyed : most.plain) * times * 1.1;
  if (statements.length > bound) throw new Error(statements.map(({ text }) => text).join('\n'));
  expect(commits).toBeLessThanOrEqual(bound);
});

it('all that a create writes, the answer for a repeat with it, is one transaction', async () => {
  const id = text((await create(everything, true)).body, 'id');
  const { rows } = await sql<{ place: string; transaction: string }>`
    SELECT 'sessions' AS place, xmin::text AS transaction FROM sessions WHERE id = ${id}
    UNION ALL SELECT 'capture_tokens', xmin::text FROM capture_tokens WHERE session_id = ${id}
    UNION ALL SELECT 'events', xmin::text FROM events WHERE session_id = ${id}
    UNION ALL SELECT 'timeline', xmin::text FROM timeline WHERE session_id = ${id}
    UNION ALL SELECT 'invitations', xmin::text FROM invitations WHERE session_id = ${id}
    UNION ALL SELECT 'audit', xmin::text FROM audit WHERE resource_id = ${id}
    UNION ALL SELECT 'idempotency', xmin::text FROM idempotency
      WHERE subject_ids = ARRAY[${id}] AND answer_sealed IS NOT NULL`.execute(api.db);
  expect(rows.map(({ place }) => place).sort()).toEqual([
    'audit',
    'capture_tokens',
    'events',
    'idempotency',
    'invitations',
    'sessions',
    'timeline',
  ]);
  expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(1);
});

it.each([
  ['everything', everything],
  ['nothing', {}],
])('the answer to a create with %s says what a read says', async (_what, json) => {
  const made = await create(json, true);
  const read = await api.ask('GET', `/api/v1/sessions/${text(made.body, 'id')}`);
  const { expires_at, qr_code_data_url, ...session } = made.body;
  expect(session).toEqual(read.body);
  expect(expires_at).toBe(read.body['token_expires_at']);
  expect(qr_code_data_url).toMatch(/^data:image\/png;base64,/);
});

it('a column that has a default begins with it, whoever writes the row', async () => {
  const id = text((await create({}, false)).body, 'id');
  const { rows } = await sql<{ column_name: string; column_default: string }>`
    SELECT column_name, column_default FROM information_schema.columns
    WHERE table_name = 'sessions' AND column_default IS NOT NULL`.execute(api.db);
  expect(rows.length).toBeGreaterThan(0);
  for (const { column_name: name, column_default: byDefault } of rows) {
    const { rows: same } = await sql<{ same: boolean }>`
      SELECT ${sql.ref(name)} IS NOT DISTINCT FROM ${sql.raw(byDefault)} AS same
      FROM sessions WHERE id = ${id}`.execute(api.db);
    expect({ name, ...same[0] }).toEqual({ name, same: true });
  }
});
