import type { IRouter } from 'express';
import { createApp } from '../../../services/api/app';
import { allRoutes } from '../../../services/api/routes';
import { insertApiKey } from '../../../shared/auth/insert-api-key';
import { newId } from '../../../shared/domain/ids';
import { call, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { publicRouteNames, publicRoutesBy, publicRowNames } from './doors';
import { leakingNothing, plantedSession } from './planted-session';
import { malformed, noRates, unknownToken, unsignedStreamToken } from './wrong-tokens';

/** What is public besides links, signed URLs and streams; and that there is nothing beside the rows. */
let api: RunningApi;
let captureToken: string;
beforeAll(async () => {
  api = await startApi({ deps: { rates: noRates } });
  const { url } = await plantedSession(api);
  captureToken = url.slice(url.lastIndexOf('/') + 1);
});
afterAll(() => api.stop());

/** Answered before anything of the API: for probes. */
const probes = ['/healthz', '/readyz'];
/** The app is put together, and never asked. */
const nothing = new Proxy(
  {},
  {
    get: (_of, name) => (name === 'settings' ? { TRUSTED_PROXIES: [], PUBLIC_URL: '' } : undefined),
  },
) as Parameters<typeof createApp>[0];

/** The patterns of a router and of the routers in it. */
function mounted({ stack }: Pick<IRouter, 'stack'>): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (route !== undefined) return [route.path];
    return isRouter(handle) ? mounted(handle) : [];
  });
}

function isRouter(handle: object): handle is IRouter {
  return 'stack' in handle;
}

describe('the rows', () => {
  it('are those of the public routes, one each', () => {
    expect([...publicRowNames].sort()).toEqual([...publicRouteNames].sort());
  });

  it('hold all that the app mounts without a key, but for two probes', () => {
    const listed = new Set(allRoutes(nothing).map(({ path }) => path));
    expect(mounted(createApp(nothing).router).sort()).toEqual([...probes, ...listed].sort());
  });
});

it.each([...publicRouteNames])('%s answers to no other method: 405', async (name) => {
  const [, path = ''] = name.split(' ');
  const methods = publicRouteNames.flatMap((other) =>
    other.endsWith(` ${path}`) ? [other.split(' ')[0] ?? ''] : [],
  );
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    if (methods.includes(method)) continue;
    // The path tells nothing: with the token of a session as with none.
    for (const token of [captureToken, unknownToken()]) {
      const answer = await call(method, `${api.url}${path.replace(':token', token)}`);
      expect(leakingNothing(answer)).toMatchObject({ error: 'method_not_allowed' });
      expect(answer.headers.get('allow')).toBe(methods.join(', '));
    }
  }
});

describe.each(publicRoutesBy('bearer'))('%s', (_name, route) => {
  const ask = (headers: Record<string, string>): Promise<Answer> =>
    call(route.method, `${api.url}${route.path}`, {
      json: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      headers: { Accept: 'application/json, text/event-stream', ...headers },
    });
  const bearer = (key: string): Record<string, string> => ({ Authorization: `Bearer ${key}` });

  async function keyOf(changes: {
    revoked_at?: Date;
    expires_at?: Date;
    ip_allow_list?: string[];
  }) {
    const { organization_id: organizationId } = await api.db
      .selectFrom('api_keys')
      .select('organization_id')
      .limit(1)
      .executeTakeFirstOrThrow();
    const label = newId('apiKey');
    const key = { organizationId, environment: 'live' as const, label, scopes: [] };
    const secret = await insertApiKey(api.db, key, new Date());
    await api.db.updateTable('api_keys').set(changes).where('label', '=', label).execute();
    return secret;
  }

  it('is open to a key', async () => {
    expect((await ask(bearer(api.liveKey))).status).toBe(200);
  });

  it('401, the same for no key, no such key, a revoked one, and any other token', async () => {
    const other = [captureToken, unsignedStreamToken, unknownToken(), 'nonsense'];
    const unknown = [`vk_live_${unknownToken()}`, await keyOf({ revoked_at: new Date(0) })];
    const wrong: Record<string, string>[] = [
      {},
      { 'X-API-Key': api.liveKey },
      { Authorization: api.liveKey },
      { Authorization: `Basic ${Buffer.from(`${api.liveKey}:`).toString('base64')}` },
      { Cookie: `key=${api.liveKey}` },
      ...[...other, ...unknown, ...malformed].map(bearer),
    ];
    const answers = await Promise.all(wrong.map(ask));
    for (const answer of answers) {
      expect(leakingNothing(answer)).toMatchObject({ status_code: 401, error: 'unauthorized' });
      expect({ ...answer.body, request_id: null }).toEqual({
        ...answers[0]?.body,
        request_id: null,
      });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('401 for a key that has run out, 403 from an address it is not for', async () => {
    const old = await ask(bearer(await keyOf({ expires_at: new Date(0) })));
    expect(leakingNothing(old)).toMatchObject({ status_code: 401, error: 'key_expired' });
    const far = await ask(bearer(await keyOf({ ip_allow_list: ['198.51.100.0/24'] })));
    expect(leakingNothing(far)).toMatchObject({ status_code: 403, error: 'ip_not_allowed' });
  });
});

describe.each(publicRoutesBy('open'))('%s', (_name, route) => {
  const endpoint = newId('webhookEndpoint');
  const url = (id: string): string => `${api.url}${route.path.replace(':id', id)}`;

  it('says the same to everybody', async () => {
    const answers = await Promise.all(
      [{}, { 'X-API-Key': 'nonsense' }, { 'X-API-Key': api.liveKey }].map(async (headers) =>
        (await fetch(url(endpoint), { headers: new Headers(headers) })).text(),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toMatch(/planted|\n\s+at |node_modules/);
  });

  if (route.path.includes(':id')) {
    it('404, the same for all that cannot be one', async () => {
      const ids = [newId('session'), captureToken, unsignedStreamToken, ...malformed];
      for (const id of ids) {
        expect(leakingNothing(await call('GET', url(id)))).toEqual({
          error: 'not_found',
          detail: 'There is no such resource.',
          status_code: 404,
          request_id: null,
        });
      }
    });
  }
});

it.each(probes)('%s names no part and no address', async (path) => {
  const { body } = await call('GET', `${api.url}${path}`);
  expect(Object.keys(body)).toEqual(['status']);
});

it('404 for a step that there is none of, whatever the token', async () => {
  for (const token of [captureToken, unknownToken(), ...malformed]) {
    const answer = await call('GET', `${api.url}/verify/${token}/nothing`);
    expect(leakingNothing(answer)).toMatchObject({ status_code: 404, error: 'not_found' });
  }
});
