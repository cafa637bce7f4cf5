import { insertApiKey } from '../../../shared/auth/insert-api-key';
import { scopes } from '../../../shared/domain/auth/scopes';
import { call, text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

function ask(method: string, path: string, json?: unknown, key?: string): Promise<Answer> {
  return api.ask(method, `/api/v1/api-keys${path}`, {
    ...(json === undefined ? {} : { json }),
    ...(key === undefined ? {} : { key }),
  });
}
const works = async (key: string): Promise<number> =>
  (await call('GET', `${api.url}/api/v1/sessions`, { key })).status;

it('201: the key is told once, works, and has the first scopes', async () => {
  const made = await ask('POST', '', { label: 'Backend' });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    label: 'Backend',
    environment: 'live',
    status: 'active',
    ip_allow_list: null,
    expires_at: null,
  });
  expect(made.body['scopes']).toEqual([
    'sessions:read',
    'sessions:create',
    'sessions:write',
    'verifications:read',
    'identities:read',
  ]);
  const key = text(made.body, 'key');
  expect(key.startsWith(text(made.body, 'prefix'))).toBe(true);
  expect(await works(key)).toBe(200);
  const read = await ask('GET', `/${text(made.body, 'id')}`);
  expect(read.body).not.toHaveProperty('key');
  expect(read.body['last_used_at']).not.toBeNull();
  const list = await ask('GET', '');
  expect(JSON.stringify(list.body)).not.toContain(key);
  expect(list.body).toMatchObject({ pagination: { total: expect.any(Number) as unknown } });
});

it('the same create under an Idempotency-Key gives the same key, and makes one', async () => {
  const once = { json: { label: 'Once' }, headers: { 'Idempotency-Key': 'one-key' } };
  const first = await api.ask('POST', '/api/v1/api-keys', once);
  const again = await api.ask('POST', '/api/v1/api-keys', once);
  expect(again.body).toEqual(first.body);
  const stored = await api.db
    .selectFrom('api_keys')
    .select('id')
    .where('label', '=', 'Once')
    .execute();
  expect(stored).toHaveLength(1);
});

it('200: what PATCH changes holds at once; what it does not name stays', async () => {
  const made = await ask('POST', '', { label: 'Narrow me' });
  const id = text(made.body, 'id');
  const changed = await ask('PATCH', `/${id}`, {
    scopes: ['cases:read'],
    ip_allow_list: ['127.0.0.0/8'],
  });
  expect(changed.body).toMatchObject({ label: 'Narrow me', scopes: ['cases:read'] });
  expect(await works(text(made.body, 'key'))).toBe(403);
});

it('a key is pinned to a version, and let go of it; one that is not served is 422', async () => {
  const made = await ask('POST', '', { label: 'Pinned', api_version: '2026-01-01', colour: 'red' });
  expect(made.body).toMatchObject({ api_version: '2026-01-01' });
  expect(made.body).not.toHaveProperty('colour');
  const freed = await ask('PATCH', `/${text(made.body, 'id')}`, { api_version: null });
  expect(freed.body).toMatchObject({ label: 'Pinned', api_version: null });
  expect((await ask('POST', '', { label: 'Old', api_version: '2020-01-01' })).body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'api_version' }],
  });
});

it('200: expired it opens nothing, and a clone lives on with a key of its own', async () => {
  const made = await ask('POST', '', { label: 'Rotate me', scopes: ['sessions:read'] });
  const cloned = await ask('POST', `/${text(made.body, 'id')}/clone`, {});
  expect(cloned.status).toBe(201);
  expect(cloned.body).toMatchObject({ label: 'Rotate me', scopes: ['sessions:read'] });
  expect((await ask('POST', `/${text(made.body, 'id')}/expire`, {})).body).toMatchObject({
    status: 'expired',
  });
  expect(await works(text(made.body, 'key'))).toBe(401);
  expect(await works(text(cloned.body, 'key'))).toBe(200);
});

describe('422: a key grants no more than it has', () => {
  let narrow: string;
  beforeAll(async () => {
    const { organization_id } = await api.db
      .selectFrom('api_keys')
      .select('organization_id')
      .limit(1)
      .executeTakeFirstOrThrow();
    narrow = await insertApiKey(
      api.db,
      {
        organizationId: organization_id,
        environment: 'live',
        label: 'Narrow',
        scopes: ['keys:write', 'sessions:read'],
        ipAllowList: ['127.0.0.0/8', '::1'],
        expiresAt: new Date(Date.now() + 3_600_000),
      },
      new Date(),
    );
  });
  const soon = () => new Date(Date.now() + 60_000).toISOString();
  const within = () => ({
    ip_allow_list: ['127.0.0.1'],
    expires_at: soon(),
    scopes: ['sessions:read'],
  });

  it.each([
    ['scopes.1', { scopes: ['sessions:read', 'redact:write'] }],
    ['ip_allow_list', { ip_allow_list: null }],
    ['ip_allow_list.0', { ip_allow_list: ['0.0.0.0/0'] }],
    ['ip_allow_list.1', { ip_allow_list: ['127.0.0.1', '10.0.0.1'] }],
    ['expires_at', { expires_at: null }],
    ['expires_at', { expires_at: '2099-01-01T00:00:00Z' }],
  ])('%s beyond its own', async (field, beyond) => {
    const refused = await ask('POST', '', { label: 'More', ...within(), ...beyond }, narrow);
    expect(refused.body).toMatchObject({ status_code: 422, errors: [{ field }] });
  });

  it('201 for one that lies within', async () => {
    expect((await ask('POST', '', { label: 'Less', ...within() }, narrow)).status).toBe(201);
  });

  it('and clones no key that is wider', async () => {
    const wide = await ask('POST', '', { label: 'Wide', scopes: [...scopes] });
    const refused = await ask('POST', `/${text(wide.body, 'id')}/clone`, {}, narrow);
    expect(refused.status).toBe(422);
  });
});

it.each([
  ['label', { label: '' }],
  ['environment', { label: 'X', environment: 'sandbox' }],
  ['ip_allow_list.0', { label: 'X', ip_allow_list: ['here'] }],
  ['expires_at', { label: 'X', expires_at: 'tomorrow' }],
])('422 names %s', async (field, json) => {
  expect((await ask('POST', '', json)).body).toMatchObject({
    status_code: 422,
    errors: [{ field }],
  });
});
