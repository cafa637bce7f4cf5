import { text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

/** `keys:write` alone weakens nobody: a key touches only what lies within itself. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function make(json: Record<string, unknown>): Promise<{ id: string; key: string }> {
  const { body } = await api.ask('POST', '/api/v1/api-keys', { json: { label: 'made', ...json } });
  return { id: text(body, 'id'), key: text(body, 'key') };
}

const nextYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
const lateYear = new Date(Date.now() + 700 * 86_400_000).toISOString();

it.each([
  ['more scopes', { scopes: ['keys:write'] }, { scopes: ['keys:write', 'pii:export'] }],
  [
    'more addresses',
    { scopes: ['keys:write'], ip_allow_list: ['127.0.0.0/8', '::/0'] },
    { scopes: ['keys:write'] },
  ],
  [
    'a later end',
    { scopes: ['keys:write'], expires_at: nextYear },
    { scopes: ['keys:write'], expires_at: lateYear },
  ],
])('a key that has %s is neither changed, ended nor cloned', async (_name, own, other) => {
  const [weak, strong] = [await make(own), await make(other)];
  const path = `/api/v1/api-keys/${strong.id}`;
  const asked: readonly Answer[] = [
    await api.ask('PATCH', path, { key: weak.key, json: { scopes: ['keys:write'] } }),
    await api.ask('PATCH', path, { key: weak.key, json: { label: 'renamed' } }),
    await api.ask('POST', `${path}/expire`, { key: weak.key }),
  ];
  for (const { body } of asked) {
    expect(body).toMatchObject({ status_code: 403, error: 'key_beyond_own' });
  }
  expect((await api.ask('POST', `${path}/clone`, { key: weak.key })).status).toBe(422);
  expect((await api.ask('GET', path)).body).toMatchObject({ label: 'made', status: 'active' });
});

it('a key changes and ends one within itself, and itself', async () => {
  const weak = await make({ scopes: ['keys:write', 'sessions:read'] });
  const within = await make({ scopes: ['sessions:read'], expires_at: nextYear });
  const path = `/api/v1/api-keys/${within.id}`;
  const renamed = await api.ask('PATCH', path, { key: weak.key, json: { label: 'renamed' } });
  expect(renamed.status).toBe(200);
  expect((await api.ask('POST', `${path}/expire`, { key: weak.key })).status).toBe(200);
  const own = `/api/v1/api-keys/${weak.id}/expire`;
  expect((await api.ask('POST', own, { key: weak.key })).status).toBe(200);
});

it.each([
  '2130706433',
  '0x7f000001',
  '127.1',
  '010.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1/128',
  '10.0.0.0/08',
  '10.0.0.0/33',
  '10.0.0.1 ',
  'fe80::1%eth0',
])('an address list takes no odd spelling: %s', async (written) => {
  const json = { label: 'odd', ip_allow_list: [written] };
  const { body } = await api.ask('POST', '/api/v1/api-keys', { json });
  expect(body).toMatchObject({ status_code: 422, errors: [{ field: 'ip_allow_list.0' }] });
});

it.each(['10.0.0.1', '10.0.0.0/8', '2001:db8::1', '2001:db8::/32', '::1', '0.0.0.0/0'])(
  'it takes %s as it is',
  async (written) => {
    const json = { label: 'plain', ip_allow_list: [written] };
    const { body } = await api.ask('POST', '/api/v1/api-keys', { json });
    expect(body).toMatchObject({ ip_allow_list: [written] });
  },
);
