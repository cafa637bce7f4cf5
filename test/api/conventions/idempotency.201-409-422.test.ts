import { sql } from 'kysely';
import { text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
let now = new Date();
beforeAll(async () => {
  api = await startApi({ deps: { clock: () => now } });
});
beforeEach(() => {
  now = new Date();
});
afterAll(() => api.stop());

const create = '/api/v1/sessions';
const dayMs = 24 * 3_600_000;

function post(key: string, json: unknown = {}, apiKey = api.liveKey): Promise<Answer> {
  return api.ask('POST', create, { key: apiKey, json, headers: { 'Idempotency-Key': key } });
}

it('the same key and parameters: the stored answer, marked, and one session', async () => {
  const first = await post('same', { external_ref: 'same', metadata: { a: 1, b: 2 } });
  const again = await post('same', { metadata: { b: 2, a: 1 }, external_ref: 'same' });
  expect(first.status).toBe(201);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(first.headers.get('idempotent-replayed')).toBeNull();
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  const list = await api.ask('GET', `${create}?external_ref=same`);
  expect(list.body['pagination']).toMatchObject({ total: 1 });
});

it('twenty at once make one session: each answers it or 409 with Retry-After', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post('parallel', { external_ref: 'parallel' })),
  );
  const created = answers.filter((answer) => answer.status === 201);
  const waiting = answers.filter((answer) => answer.status === 409);
  expect(created.length + waiting.length).toBe(20);
  expect(new Set(created.map((answer) => text(answer.body, 'id'))).size).toBe(1);
  for (const answer of waiting) {
    expect(answer.body['error']).toBe('idempotency_in_progress');
    expect(answer.headers.get('retry-after')).toBe('1');
  }
  const list = await api.ask('GET', `${create}?external_ref=parallel`);
  expect(list.body['pagination']).toMatchObject({ total: 1 });
});

it('other parameters: 422 idempotency_mismatch', async () => {
  await post('other', { external_ref: 'a' });
  const answer = await post('other', { external_ref: 'b' });
  expect(answer.body).toMatchObject({ status_code: 422, error: 'idempotency_mismatch' });
});

it('is kept by method and path, environment and organisation', async () => {
  const live = await post('apart');
  const sandbox = await post('apart', {}, api.sandboxKey);
  expect(sandbox.status).toBe(201);
  expect(sandbox.body['id']).not.toBe(live.body['id']);
  const tag = await api.ask('POST', `${create}/${text(live.body, 'id')}/tags/add`, {
    json: { tag: 'x' },
    headers: { 'Idempotency-Key': 'apart' },
  });
  expect(tag.status).toBe(200);
});

it('a refusal is stored as well', async () => {
  const first = await post('refused', { country: 'XX' });
  const again = await post('refused', { country: 'XX' });
  expect(first.status).toBe(422);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
});

it('403 is not stored: with the scope the same call goes through', async () => {
  const keys = api.db.updateTable('api_keys').where('environment', '=', 'sandbox');
  await keys.set({ scopes: ['sessions:read'] }).execute();
  expect((await post('scoped', {}, api.sandboxKey)).status).toBe(403);
  await keys.set({ scopes: ['sessions:read', 'sessions:create', 'sessions:write'] }).execute();
  expect((await post('scoped', {}, api.sandboxKey)).status).toBe(201);
});

it("a dead holder's lease is taken over after 60 s, with the id it had been given", async () => {
  const first = await post('dead', { external_ref: 'dead' });
  const { assigned_id: assigned } = await lastRow();
  expect(first.body['id']).toBe(`ses_${assigned ?? ''}`);
  const holder = api.db.updateTable('idempotency').where('assigned_id', '=', assigned);
  const leaseUntil = new Date(now.getTime() + 60_000);
  await holder
    .set({ status_code: null, answer_sealed: null, subject_ids: [], lease_until: leaseUntil })
    .execute();
  expect((await post('dead', { external_ref: 'dead' })).body['error']).toBe(
    'idempotency_in_progress',
  );
  now = new Date(now.getTime() + 61_000);
  const taken = await post('dead', { external_ref: 'dead' });
  expect(taken.status).toBe(201);
  expect(taken.body['id']).toBe(first.body['id']);
  expect(taken.headers.get('idempotent-replayed')).toBeNull();
  const list = await api.ask('GET', `${create}?external_ref=dead`);
  expect(list.body['pagination']).toMatchObject({ total: 1 });
});

it('is kept 24 hours, then the key is new', async () => {
  const first = await post('old');
  now = new Date(now.getTime() + dayMs - 1_000);
  expect((await post('old')).body['id']).toBe(first.body['id']);
  now = new Date(now.getTime() + 2_000);
  expect((await post('old')).body['id']).not.toBe(first.body['id']);
});

it('a key above 255 characters: 422', async () => {
  expect((await post('k'.repeat(256))).status).toBe(422);
});

it("neither the client's key nor the answer lies in the clear", async () => {
  await post('planted-key-55', { external_ref: 'planted-ref-55' });
  const rows = await api.db.selectFrom('idempotency').selectAll().execute();
  const bytes = rows.map((row) =>
    Buffer.concat([row.key_hash, row.params_hash, row.answer_sealed ?? Buffer.alloc(0)]).toString(
      'latin1',
    ),
  );
  expect(bytes.join()).not.toMatch(/planted-(key|ref)-55/);
});

function lastRow() {
  return api.db
    .selectFrom('idempotency')
    .selectAll()
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

it('a repeat behind a dead holder finds its session, though its workflow is gone meanwhile', async () => {
  const json = { name: 'short-lived', definition: { steps: [{ policy: 'document_ocr' }] } };
  const { body } = await api.ask('POST', '/api/v1/workflows', { json });
  const workflow = text(body, 'id');
  const first = await post('outlived', { workflow_id: workflow });
  await api.db
    .updateTable('idempotency')
    .set({ answer_sealed: null, status_code: null, lease_until: new Date(0) })
    .where('subject_ids', '@>', sql<string[]>`ARRAY[${text(first.body, 'id')}]::text[]`)
    .execute();
  await api.ask('POST', `/api/v1/workflows/${workflow}/deactivate`);
  const again = await post('outlived', { workflow_id: workflow });
  expect(again.status).toBe(201);
  expect(again.body['id']).toBe(first.body['id']);
});
