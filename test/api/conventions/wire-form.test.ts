import { call, text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

/** Casing, envelope, aliases and versions: the same request, however a client is used to writing it. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

function create(json: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return api.ask('POST', '/api/v1/sessions', { json, headers });
}

const metadata = { ownKey: 1, 'kebab-key': 2, snake_key: 3 };

it.each([
  ['snake', { external_ref: 'a', redirect_url: 'https://a.example/', metadata }],
  ['camel', { externalRef: 'a', redirectUrl: 'https://a.example/', metadata }],
  ['kebab', { 'external-ref': 'a', 'redirect-url': 'https://a.example/', metadata }],
  [
    'the envelope',
    {
      data: {
        type: 'session',
        attributes: { externalRef: 'a', redirectUrl: 'https://a.example/', metadata },
      },
    },
  ],
])('201 for a request in %s; metadata keeps its keys', async (_name, json) => {
  const created = await create(json);
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({
    external_ref: 'a',
    redirect_url: 'https://a.example/',
    metadata,
  });
});

it('answers in the casing that is asked for, errors too', async () => {
  const camel = await create({ metadata }, { 'Key-Inflection': 'camel' });
  expect(camel.body).toMatchObject({ externalRef: null, metadata });
  expect(camel.body).not.toHaveProperty('external_ref');
  const kebab = await create({ country: 'nowhere' }, { 'Key-Inflection': 'kebab' });
  expect(kebab.body).toMatchObject({ error: 'validation_failed', 'status-code': 422 });
});

it('the same request in another casing is the same under one Idempotency-Key', async () => {
  const headers = { 'Idempotency-Key': 'one-request' };
  const first = await create({ external_ref: 'same' }, headers);
  const again = await create({ externalRef: 'same' }, { ...headers, 'Key-Inflection': 'camel' });
  expect(text(again.body, 'id')).toBe(text(first.body, 'id'));
  expect(again.body).toMatchObject({ externalRef: 'same' });
});

it.each([
  ['Key-Inflection', 'shouting', 'bad_request'],
  ['Verifa-Version', '2025-01-01', 'unsupported_version'],
  ['Verifa-Version', 'yesterday', 'unsupported_version'],
])('400 for %s: %s', async (header, value, error) => {
  const refused = await create({}, { [header]: value });
  expect(refused.body).toMatchObject({ status_code: 400, error });
  expect(text(refused.body, 'detail')).toContain(header);
});

it("tells the version it answers in, and holds to the key's own when none is asked for", async () => {
  const answered = await fetch(`${api.url}/api/v1/sessions`, {
    headers: { 'X-API-Key': api.liveKey },
  });
  expect(answered.headers.get('verifa-version')).toBe('2026-01-01');
  await api.db.updateTable('api_keys').set({ api_version: '2020-01-01' }).execute();
  const retired = await call('GET', `${api.url}/api/v1/sessions`, { key: api.liveKey });
  expect(retired.status).toBe(400);
  const named = await call('GET', `${api.url}/api/v1/sessions`, {
    key: api.liveKey,
    headers: { 'Verifa-Version': '2026-01-01' },
  });
  expect(named.status).toBe(200);
  await api.db.updateTable('api_keys').set({ api_version: null }).execute();
});

it('422 for two names of one field with different values, naming both', async () => {
  const refused = await create({ external_ref: 'a', userId: 'b' });
  expect(refused.body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'user_id', code: 'conflicting_alias' }],
  });
  expect((await create({ external_ref: 'a', userId: 'a' })).status).toBe(201);
});

it.each([
  ['metadata.note', { metadata: { note: 'a\u0000b' } }],
  ['external_ref', { external_ref: 'half a pair \ud800' }],
  ['metadata', { metadata: { 'a\u0000': 1 } }],
])('422 for text that cannot be stored names %s', async (field, json) => {
  expect((await create(json)).body).toMatchObject({
    status_code: 422,
    errors: [{ field, code: 'invalid_character' }],
  });
});

it('422 in a query and in a path, too', async () => {
  expect((await api.ask('GET', '/api/v1/sessions?q=%00')).status).toBe(422);
  expect((await api.ask('GET', '/api/v1/identities/%00')).status).toBe(422);
});
