import { allRoutes } from '../../services/api/routes';
import type { Route } from '../../services/api/http/route';
import { insertApiKey } from '../../shared/auth/insert-api-key';
import { scopes, type Scope } from '../../shared/domain/auth/scopes';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import type { OrganizationId } from '../../shared/domain/ids';
import { text, type Answer } from '../processes/api-caller';
import { noRates } from './public-routes/wrong-tokens';
import { bodyFor } from './route-bodies';
import { startApi, type RunningApi } from './running-api';

/** Every route there is, by every key that may not: who asks is settled before anything is looked at. */
let api: RunningApi;
let owner: OrganizationId;
let otherKey: string;
/** What the first organisation has, live; of what is not made here the id is well formed and nobody's. */
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await startApi({ worker: true, deps: { rates: noRates } });
  const { organization_id } = await api.db
    .selectFrom('api_keys')
    .select('organization_id')
    .limit(1)
    .executeTakeFirstOrThrow();
  owner = organization_id;
  otherKey = (await bootstrapOrganization(api.db, () => new Date(), 'Another')).liveKey;
  const post = async (path: string, json: unknown): Promise<string> =>
    text((await api.ask('POST', `/api/v1/${path}`, { json })).body, 'id');
  ids = {
    sessions: await api.create(),
    results: await api.create(),
    identities: await post('identities', { external_ref: 'owned' }),
    workflows: api.documentAndSelfieId,
    endpoints: await post('webhooks/endpoints', { url: 'https://receiver.example/hook' }),
    'api-keys': await post('api-keys', { label: 'owned' }),
    lists: await post('lists', { name: 'owned', action: 'flag' }),
    users: await post('users', { email: 'owned@example.org', name: 'owned', role: 'reviewer' }),
    cases: 'case_01kb0000000000000000000000',
    deliveries: 'whd_01kb0000000000000000000000',
  };
});
afterAll(() => api.stop());

function filled(path: string): string {
  return path
    .replace(/\/([a-z-]+)\/:id/, (_whole, kind: string) => `/${kind}/${ids[kind] ?? 'unknown'}`)
    .replace(':itemId', 'lit_01kb0000000000000000000000')
    .replace(':sessionId', 'cse_01kb0000000000000000000000')
    .replace(':doc_type', 'id_front')
    .replace(':version', '1')
    .replace(':check', 'age');
}

function ask(route: Route, key: string | undefined): Promise<Answer> {
  const json = route.method === 'GET' ? {} : { json: bodyFor(route) };
  return api.ask(route.method, filled(route.path), {
    ...json,
    // An empty header is no key.
    ...(key === undefined ? { key: '' } : { key }),
  });
}

const keyWith = (granted: readonly Scope[], environment: 'live' | 'sandbox' = 'live') =>
  insertApiKey(
    api.db,
    { organizationId: owner, environment, label: 'matrix', scopes: granted },
    new Date(),
  );

/** The table is needed before any server runs: routes are made, and never run. */
const routes = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).filter((route) => route.scopes !== null);

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_name, route) => {
    it('401 without a key, with a wrong one, with an expired one', async () => {
      const wrong = `vk_live_${'A'.repeat(43)}`;
      for (const key of [undefined, 'nonsense', wrong]) {
        expect((await ask(route, key)).body).toMatchObject({
          status_code: 401,
          error: 'unauthorized',
        });
      }
      const expired = await keyWith(scopes);
      await api.db
        .updateTable('api_keys')
        .set({ expires_at: new Date(0) })
        .where('label', '=', 'matrix')
        .execute();
      expect((await ask(route, expired)).body).toMatchObject({
        status_code: 401,
        error: 'key_expired',
      });
    });

    it('403 from an address that is not allowed, and without one of its scopes', async () => {
      const far = await keyWith(scopes);
      await api.db
        .updateTable('api_keys')
        .set({ ip_allow_list: ['198.51.100.0/24'] })
        .where('label', '=', 'matrix')
        .execute();
      expect((await ask(route, far)).body).toMatchObject({
        status_code: 403,
        error: 'ip_not_allowed',
      });
      for (const missing of route.scopes ?? []) {
        const key = await keyWith(scopes.filter((scope) => scope !== missing));
        expect((await ask(route, key)).body).toMatchObject({
          status_code: 403,
          error: 'missing_scope',
          scope: missing,
        });
      }
    });

    if (route.path.includes('/:id')) {
      it("404 for another organisation's key and for the other environment's", async () => {
        // People are of both environments; a sandbox key changes none of them.
        const isRead = route.path.includes('/users/') && route.method === 'GET';
        const answers = [
          await ask(route, otherKey),
          ...(isRead ? [] : [await ask(route, await keyWith(scopes, 'sandbox'))]),
        ];
        for (const { status, body } of answers) {
          // What only the sandbox has is refused to live keys before anything is looked up.
          const isOfLive = route.path.endsWith('/simulate') || route.path.includes('/users/');
          const refused = [404, ...(isOfLive ? [403] : [])];
          expect({ status, body, isRefused: refused.includes(status) }).toMatchObject({
            isRefused: true,
          });
          expect(JSON.stringify(body)).not.toMatch(/owned|receiver\.example/);
        }
      });
    }
  },
);
