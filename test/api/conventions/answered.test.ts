import { allRoutes } from '../../../services/api/routes';
import { call } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

/** What every answer of /api/v1 says beside its body. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await api.db.updateTable('organizations').set({ plan: 'free' }).execute();
});
afterAll(() => api.stop());

const limits = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

it.each([
  ['200', 'GET', '/api/v1/sessions', {}, 200],
  ['404 of a thing', 'GET', '/api/v1/sessions/ses_unknown', {}, 404],
  ['404 of a path', 'GET', '/api/v1/nothing', {}, 404],
  ['405', 'DELETE', '/api/v1/sessions', {}, 405],
  ['400 of a version', 'GET', '/api/v1/sessions', { 'Verifa-Version': '2020-01-01' }, 400],
  ['400 of a casing', 'GET', '/api/v1/sessions', { 'Key-Inflection': 'shouting' }, 400],
  ['422', 'GET', '/api/v1/sessions?nothing=1', {}, 422],
])('%s: tells the limits of the key that asked', async (_name, method, path, headers, status) => {
  const before = await api.ask('GET', '/api/v1/rate-limits');
  const answer = await api.ask(method, path, { headers });
  expect(answer.status).toBe(status);
  for (const name of limits) expect(answer.headers.get(name)).toMatch(/^\d+$/);
  const [, remaining = ''] = limits;
  expect(Number(answer.headers.get(remaining))).toBeLessThan(Number(before.headers.get(remaining)));
});

it('names at most 20 ignored fields in at most 1 KB of ASCII, whatever they are called', async () => {
  const named = async (json: unknown): Promise<string> =>
    (await api.ask('POST', '/api/v1/sessions', { json })).headers.get('verifa-ignored-fields') ??
    '';
  const many = Object.fromEntries(
    Array.from({ length: 50 }, (_, n) => [`unknown_${String(n)}`, n]),
  );
  expect((await named(many)).split(', ')).toHaveLength(20);
  const long = Object.fromEntries(
    Array.from({ length: 20 }, (_, n) => [`${String(n)}${'é\r\n, '.repeat(40)}`, n]),
  );
  expect(await named(long)).toMatch(/^[\x21-\x7e]+(, [\x21-\x7e]+)*$/);
  expect((await named(long)).length).toBeLessThanOrEqual(1024);
  const beside = { data: { attributes: {}, 'a\ud800': 1 }, meta: {}, other: 1 };
  expect((await named(beside)).split(', ').sort()).toEqual(['data.a%3F', 'other']);
  expect(await named({ metadata: { mistyped: 1 }, fields: { alsoMine: 1 } })).toBe('');
});

it('an unlimited plan says so', async () => {
  await api.db.updateTable('organizations').set({ plan: 'unlimited' }).execute();
  const answer = await api.ask('GET', '/api/v1/sessions');
  expect(limits.slice(0, 2).map((name) => answer.headers.get(name))).toEqual([
    'unlimited',
    'unlimited',
  ]);
  expect(answer.headers.get('x-ratelimit-reset')).toMatch(/^\d+$/);
  await api.db.updateTable('organizations').set({ plan: 'free' }).execute();
});

it('a 401 says how to authenticate; a key that came as Bearer is told where it belongs', async () => {
  const bearer = await call('GET', `${api.url}/api/v1/sessions`, {
    headers: { Authorization: `Bearer ${api.liveKey}` },
  });
  expect(bearer.status).toBe(401);
  expect(bearer.headers.get('www-authenticate')).toContain('X-API-Key');
  expect(bearer.body['detail']).toContain('send it as X-API-Key');
  const tool = await call('POST', `${api.url}/mcp`, { json: {} });
  expect(tool.headers.get('www-authenticate')).toBe('Bearer');
});

it('an unknown path answers in the casing that is asked for', async () => {
  const headers = { 'Key-Inflection': 'camel' };
  expect((await api.ask('GET', '/api/v1/nothing', { headers })).body).toHaveProperty('statusCode');
  const broken = await api.ask('GET', '/api/v1/sessions/%E0%A4%A', { headers });
  expect(broken.body).toHaveProperty('statusCode');
});

it('no route of a page, a signature or a protocol refuses a parameter that it does not know', async () => {
  const open = allRoutes(
    new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
  ).filter(({ scopes, method }) => scopes === null && method === 'GET');
  expect(open.length).toBeGreaterThan(3);
  for (const { path } of open) {
    const filled = path
      .replace(':token', 'A'.repeat(43))
      .replace(':id', 'ses_01kb0000000000000000000000')
      .replace(':doc_type', 'id_front');
    const response = await fetch(`${api.url}${filled}?surely_unknown=1&token=x`);
    const body = await response.text();
    expect(body).not.toContain('unknown_parameter');
  }
});
