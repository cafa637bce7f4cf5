import { z } from 'zod';
import { text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

/** Names and filters of the published contract: taken where they are dangerous to ignore. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await api.db.updateTable('organizations').set({ plan: 'unlimited' }).execute();
});
afterAll(() => api.stop());

const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  api.ask('POST', `/api/v1/${path}`, { json, headers });
const get = (path: string) => api.ask('GET', `/api/v1/${path}`);
const idsOf = ({ body }: Answer): unknown[] =>
  z
    .array(z.object({ id: z.string() }))
    .parse(body['data'])
    .map(({ id }) => id);

it('a key: allowed_ips restricts it, key and secret are the key', async () => {
  const { status, body } = await post('api-keys', { label: 'a', allowed_ips: ['10.0.0.0/8'] });
  expect(status).toBe(201);
  expect(body).toMatchObject({ ip_allow_list: ['10.0.0.0/8'], allowed_ips: ['10.0.0.0/8'] });
  expect(body['secret']).toBe(body['key']);
  const clone = await post(`api-keys/${text(body, 'id')}/clone`, {});
  expect(clone.body['secret']).toBe(clone.body['key']);
});

it.each([
  ['is_sandbox', { is_sandbox: true }],
  ['environment', { environment: 'sandbox' }],
  ['expires_at', { expires_at: '2020-01-01T00:00:00Z' }],
  ['ip_allow_list', { allowed_ips: ['10.0.0.0/8'], ip_allow_list: ['10.0.0.0/16'] }, 'allowed_ips'],
])('a key: 422 for another %s', async (field, json, spelled = field) => {
  expect((await post('api-keys', { label: 'a', ...json })).body).toMatchObject({
    status_code: 422,
    errors: [{ field: spelled }],
  });
});

it('an endpoint: events is what it is sent, enabled: false is disabled', async () => {
  const { body } = await post('webhooks/endpoints', {
    url: 'https://a.example/hooks',
    events: ['session.approved'],
    enabled: false,
  });
  expect(body).toMatchObject({
    enabled: false,
    enabled_events: ['session.approved'],
    events: ['session.approved'],
  });
});

it('an identity: upsert answers 200 with the one that is there, without it 409', async () => {
  const first = await post('identities', { external_ref: 'known', upsert: true });
  expect(first.status).toBe(201);
  const again = await post('identities', { reference_id: 'known', upsert: true });
  expect(again.status).toBe(200);
  expect(again.body['id']).toBe(first.body['id']);
  expect((await post('identities', { external_ref: 'known' })).status).toBe(409);
});

it('a workflow: its steps may stand beside its name; mistakes are named there', async () => {
  const made = await post('workflows', { name: 'flat', steps: [{ policy: 'document_ocr' }] });
  expect(made.status).toBe(201);
  expect(made.body['warnings']).toEqual([]);
  const wrong = await post('workflows', { name: 'flat', steps: [{ policy: 'palm_reading' }] });
  expect(wrong.body).toMatchObject({ status_code: 422, errors: [{ field: 'steps.0.policy' }] });
  const none = await post('workflows', { name: 'none' });
  expect(none.body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'definition', code: 'required', message: 'is missing' }],
  });
});

it('a session: its reference by any name, on PATCH as on create; country in either case', async () => {
  const { body } = await post('sessions', { country: 'nl', country_code: 'NL' });
  expect(body['country']).toBe('NL');
  const changed = await api.ask('PATCH', `/api/v1/sessions/${text(body, 'id')}`, {
    json: { referenceId: 'patched' },
  });
  expect(changed.body).toMatchObject({ external_ref: 'patched' });
  const headers = { 'Idempotency-Key': 'by-alias' };
  const first = await post('sessions', { external_ref: 'one' }, headers);
  const again = await post('sessions', { reference_id: 'one' }, headers);
  expect(again.body['id']).toBe(first.body['id']);
});

it('user-owned numbers that cannot be given back, and names that cannot be kept, are 422', async () => {
  const send = async (metadata: string): Promise<unknown> => {
    const response = await fetch(`${api.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'X-API-Key': api.liveKey, 'Content-Type': 'application/json' },
      body: `{"metadata":${metadata},"unknown":12345678901234567890}`,
    });
    return response.json();
  };
  for (const number of ['12345678901234567890', '1e400']) {
    expect(await send(`{"a":[{"b":${number}}]}`)).toMatchObject({
      status_code: 422,
      errors: [{ field: 'metadata.a.0.b', code: 'inexact_number' }],
    });
  }
  expect(await send('{"__proto__":1}')).toMatchObject({
    status_code: 422,
    errors: [{ field: 'metadata.__proto__', code: 'invalid_key' }],
  });
  expect(await send('{"a":9007199254740991,"b":0.1}')).toMatchObject({
    metadata: { a: 9007199254740991, b: 0.1 },
  });
});

it('filters by reference, of sessions and identities', async () => {
  const id = await api.create({ external_ref: 'filtered' });
  await api.create({ external_ref: 'other' });
  const person = await post('identities', { external_ref: 'filtered' });
  for (const name of ['external_ref', 'reference_id', 'referenceId']) {
    expect(idsOf(await get(`sessions?${name}=filtered`))).toEqual([id]);
    expect(idsOf(await get(`identities?${name}=filtered`))).toEqual([person.body['id']]);
    expect(idsOf(await get(`identities?${name}=nobody`))).toEqual([]);
  }
  expect((await get('sessions?external_ref=a&reference_id=b')).status).toBe(422);
});

it('filters of the audit log, by offset with the total or by cursor', async () => {
  const all = await get('events?offset=0&limit=100');
  const whole = idsOf(all);
  expect(all.body['pagination']).toMatchObject({ total: whole.length, offset: 0 });
  expect(idsOf(await get('events?limit=100'))).toEqual(whole);
  const actions = async (search: string): Promise<unknown[]> =>
    z
      .array(z.object({ action: z.string() }))
      .parse((await get(`events?${search}`)).body['data'])
      .map(({ action }) => action);
  expect(new Set(await actions('q=api_key.'))).toEqual(
    new Set(['api_key.created', 'api_key.cloned']),
  );
  expect(await actions('created_before=2020-01-01')).toEqual([]);
  expect((await actions('created_after=2020-01-01&limit=100')).length).toBe(whole.length);
});

it('filters of deliveries', async () => {
  const { body } = await post('webhooks/endpoints', { url: 'https://b.example/hooks' });
  const path = `webhooks/endpoints/${text(body, 'id')}/deliveries`;
  const session = await api.create();
  const event = await api.db
    .selectFrom('events')
    .select(['id', 'organization_id', 'environment', 'type'])
    .where('session_id', '=', z.custom<`ses_${string}`>().parse(session))
    .executeTakeFirstOrThrow();
  await api.db
    .insertInto('webhook_deliveries')
    .values({
      id: 'whd_01kb0000000000000000000000',
      organization_id: event.organization_id,
      environment: event.environment,
      event_id: event.id,
      endpoint_id: z.custom<`whe_${string}`>().parse(body['id']),
      session_id: z.custom<`ses_${string}`>().parse(session),
      event_type: event.type,
      status: 'pending',
      round: 1,
      started_round: 0,
      tries: 0,
      created_at: new Date('2026-01-15T00:00:00Z'),
      updated_at: new Date('2026-01-15T00:00:00Z'),
    })
    .execute();
  const found = async (search: string): Promise<number> =>
    idsOf(await get(`${path}?${search}`)).length;
  expect(await found(`session_id=${session}`)).toBe(1);
  expect(await found('session_id=ses_01kb0000000000000000000000')).toBe(0);
  expect(await found('date_from=2026-01-15&date_to=2026-01-16')).toBe(1);
  expect(await found('date_from=2026-01-16')).toBe(0);
  expect(await found('date_to=2026-01-15')).toBe(0);
});

it('bulk-redact answers with data, total and results', async () => {
  const { body } = await post('sessions/bulk-redact', { session_ids: ['ses_unknown'] });
  expect(body).toMatchObject({ total: 1, data: [{ status: 'not_found' }] });
  expect(body['results']).toEqual(body['data']);
});

it('list items: a NUL or what is no address is no e-mail', async () => {
  const list = await post('lists', { name: 'mails', action: 'flag' });
  const add = (value: string) =>
    post(`lists/${text(list.body, 'id')}/items`, { items: [{ kind: 'email', value, notes: 'x' }] });
  for (const value of [
    'a\u0000@b.co',
    'a b@c.co',
    'a@b@c.co',
    '<a@b.co>',
    '"a"@b.co',
    '@b.co',
    'a@b',
  ]) {
    expect((await add(value)).body).toMatchObject({
      status_code: 422,
      errors: [{ field: 'items.0.value' }],
    });
  }
  const added = await add('Ann.Lee+x@shop.example');
  expect(added.body).toMatchObject({ added: 1 });
  expect(added.headers.get('verifa-ignored-fields')).toBe('items.0.notes');
});
