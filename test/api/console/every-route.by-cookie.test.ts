import { z } from 'zod';
import { allRoutes } from '../../../services/api/routes';
import type { KeyedRoute, Route } from '../../../services/api/http/route';
import {
  isSeniorRole,
  needsFreshSignIn,
  roleScopes,
  userRoles,
  type UserRole,
} from '../../../shared/domain/auth/roles';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { call, text, type Answer } from '../../processes/api-caller';
import { publicRoutesBy } from '../public-routes/doors';
import { noRates } from '../public-routes/wrong-tokens';
import { bodyFor } from '../route-bodies';
import { startApi, type RunningApi } from '../running-api';
import { signIn, type SignedIn } from './signed-in';

/** Every route there is, by every cookie: who asks, from where, and as what; before anything is looked at. */
let api: RunningApi;
let users: Readonly<Record<UserRole, SignedIn>>;
/** Signed in long ago: a second factor would have to be shown again. */
let stale: SignedIn;
let over: SignedIn;
let revoked: SignedIn;
let deactivated: SignedIn;
let halfWay: SignedIn;
let foreign: SignedIn;
let ids: Readonly<Record<string, string>>;

const unknown: Readonly<Record<string, string>> = {
  sessions: 'ses_01kb0000000000000000000000',
  results: 'ses_01kb0000000000000000000000',
  identities: 'idn_01kb0000000000000000000000',
  workflows: 'wfl_01kb0000000000000000000000',
  endpoints: 'whe_01kb0000000000000000000000',
  'api-keys': 'key_01kb0000000000000000000000',
  lists: 'lst_01kb0000000000000000000000',
  cases: 'case_01kb0000000000000000000000',
  deliveries: 'whd_01kb0000000000000000000000',
  users: 'usr_01kb0000000000000000000000',
};

beforeAll(async () => {
  api = await startApi({ deps: { rates: noRates } });
  const as = (role: UserRole) => signIn(api, { role });
  users = {
    reviewer: await as('reviewer'),
    senior: await as('senior'),
    admin: await as('admin'),
    auditor: await as('auditor'),
  };
  stale = await signIn(api, {
    role: 'admin',
    reauthenticatedAt: new Date(Date.now() - 11 * 60_000),
  });
  over = await signIn(api, { role: 'admin', at: new Date(Date.now() - 31 * 60_000) });
  revoked = await as('admin');
  await api.db
    .updateTable('console_sessions')
    .set({ revoked_at: new Date() })
    .where('id', '=', revoked.sessionId)
    .execute();
  deactivated = await as('admin');
  await api.db
    .updateTable('users')
    .set({ deactivated_at: new Date() })
    .where('id', '=', deactivated.userId)
    .execute();
  halfWay = await signIn(api, { role: 'admin', stage: 'totp' });
  const { organizationId } = await bootstrapOrganization(api.db, () => new Date(), 'Another');
  foreign = await signIn(api, { role: 'admin', organizationId });
  const post = async (path: string, json: unknown): Promise<string> =>
    text((await api.ask('POST', `/api/v1/${path}`, { json })).body, 'id');
  const session = await api.create();
  ids = {
    ...unknown,
    sessions: session,
    results: session,
    identities: await post('identities', { external_ref: 'owned' }),
    workflows: api.documentAndSelfieId,
    endpoints: await post('webhooks/endpoints', { url: 'https://receiver.example/hook' }),
    'api-keys': await post('api-keys', { label: 'owned' }),
    lists: await post('lists', { name: 'owned', action: 'flag' }),
    users: users.auditor.userId,
  };
});
afterAll(() => api.stop());

function filled(path: string, from: Readonly<Record<string, string>>): string {
  return path
    .replace(/\/([a-z-]+)\/:id/, (_whole, kind: string) => `/${kind}/${from[kind] ?? 'unknown'}`)
    .replace(':itemId', 'lit_01kb0000000000000000000000')
    .replace(':sessionId', 'cse_01kb0000000000000000000000')
    .replace(':doc_type', 'id_front')
    .replace(':version', '1')
    .replace(':check', 'age');
}

async function ask(
  route: Route,
  headers: Readonly<Record<string, string>>,
  from: Readonly<Record<string, string>> = unknown,
): Promise<Answer> {
  const json = route.method === 'GET' ? {} : { json: bodyFor(route) };
  if (route.path.endsWith('/stream'))
    return opened(`${api.url}${filled(route.path, from)}`, headers);
  return call(route.method, `${api.url}${filled(route.path, from)}`, { ...json, headers });
}

/** A stream that is let in has no end: its head says enough. */
async function opened(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const left = new AbortController();
  const response = await fetch(url, { headers, signal: left.signal });
  if (response.status !== 200) {
    const body = z.record(z.string(), z.unknown()).parse(await response.json());
    return { status: response.status, headers: response.headers, body };
  }
  left.abort();
  return { status: 200, headers: response.headers, body: {} };
}

const refused = ({ status, body }: Answer) => ({ status, error: body['error'] });
const without = (headers: Readonly<Record<string, string>>, ...names: string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

/** The table is needed before any server runs: routes are made, and never run. */
const every = allRoutes(new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0]);
const isKeyed = (route: Route): route is KeyedRoute => route.scopes !== null;
const keyed = every.filter(isKeyed);
const named = <R extends Route>(routes: readonly R[]) =>
  routes.map((route) => [`${route.method} ${route.path}`, route] as const);
const consoleRoutes = publicRoutesBy('console');
/** These give a cookie, and ask for none. */
const doors = ['/login', '/set-up'];

const crossSite = { status: 403, error: 'cross_site_request' };

function fromOtherPages(method: string): readonly Record<string, string>[] {
  const { headers } = users.admin;
  const named = [
    { ...headers, 'Sec-Fetch-Site': 'cross-site' },
    { ...headers, 'Sec-Fetch-Site': 'same-site' },
  ];
  if (method === 'GET') return named;
  return [
    ...named,
    without(headers, 'Sec-Fetch-Site'),
    { ...headers, Origin: 'https://other.example' },
    { ...headers, Origin: 'null' },
    without(headers, 'Origin'),
    without(headers, 'X-Verifa-Console'),
    { ...headers, 'X-Verifa-Console': '0' },
  ];
}

it('there are routes by key and by cookie', () => {
  expect(keyed.length).toBeGreaterThan(80);
  expect(consoleRoutes.length).toBeGreaterThan(8);
});

describe.each(named(keyed))('%s', (_name, route) => {
  it('401 without a cookie, and by one that is over, revoked, made up or not complete', async () => {
    const { headers } = users.admin;
    expect(refused(await ask(route, without(headers, 'Cookie')))).toEqual({
      status: 401,
      error: 'unauthorized',
    });
    const madeUp = { ...headers, Cookie: `__Host-verifa_console=${'A'.repeat(43)}` };
    const nonsense = { ...headers, Cookie: '__Host-verifa_console=' };
    for (const given of [over.headers, revoked.headers, deactivated.headers, madeUp, nonsense]) {
      expect(refused(await ask(route, given))).toEqual({ status: 401, error: 'signed_out' });
    }
    expect(refused(await ask(route, halfWay.headers))).toEqual({
      status: 401,
      error: 'second_factor_required',
    });
  });

  it('403 from a page that is not the console, whatever the cookie', async () => {
    for (const headers of fromOtherPages(route.method)) {
      expect([headers, refused(await ask(route, headers))]).toEqual([headers, crossSite]);
    }
  });

  it.each(userRoles)(
    'as %s: what the role may, and 403 with the reason for the rest',
    async (role) => {
      const given = refused(await ask(route, users[role].headers));
      const missing = (route.scopes ?? []).find((scope) => !roleScopes[role].includes(scope));
      const expected =
        missing !== undefined
          ? 'missing_scope'
          : route.requiresSenior && !isSeniorRole(role)
            ? 'role_required'
            : null;
      if (expected !== null) expect(given).toEqual({ status: 403, error: expected });
      else {
        expect(given.status).not.toBe(401);
        if (given.status === 403) expect(['sandbox_only', 'live_only']).toContain(given.error);
      }
    },
  );

  it('asks for a second factor again, where that is due and nowhere else', async () => {
    const given = refused(await ask(route, stale.headers));
    const isDue = needsFreshSignIn(route.method, route.scopes ?? []);
    expect([isDue, given.error === 'reauthentication_required']).toEqual([isDue, isDue]);
  });

  if (route.path.includes('/:id')) {
    it("404 for another organisation's admin", async () => {
      const { status, body } = await ask(route, foreign.headers, ids);
      expect([404, ...(route.path.endsWith('/simulate') ? [403] : [])]).toContain(status);
      expect(JSON.stringify(body)).not.toMatch(/owned|receiver\.example/);
    });
  }
});

describe.each(consoleRoutes)('%s', (_name, route) => {
  it('403 from a page that is not the console', async () => {
    for (const headers of fromOtherPages(route.method)) {
      expect([headers, refused(await ask(route, headers))]).toEqual([headers, crossSite]);
    }
  });

  if (doors.some((path) => route.path.endsWith(path))) return;
  it('401 without a cookie, and by one that is over, revoked or made up', async () => {
    const { headers } = users.admin;
    const madeUp = { ...headers, Cookie: `__Host-verifa_console=${'A'.repeat(43)}` };
    const wrong = [
      without(headers, 'Cookie'),
      over.headers,
      revoked.headers,
      deactivated.headers,
      madeUp,
    ];
    for (const given of wrong) {
      expect(refused(await ask(route, given))).toEqual({ status: 401, error: 'signed_out' });
    }
  });
});

it('a user whose role is taken away in the middle has less with the very next call', async () => {
  const user = await signIn(api, { role: 'admin' });
  const list = () => call('GET', `${api.url}/api/v1/api-keys`, { headers: user.headers });
  expect((await list()).status).toBe(200);
  await api.db
    .updateTable('users')
    .set({ role: 'reviewer' })
    .where('id', '=', user.userId)
    .execute();
  expect(refused(await list())).toEqual({ status: 403, error: 'missing_scope' });
});

it('a key from a browser page of another site is no matter of the cookie rules', async () => {
  const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://other.example' };
  expect((await api.ask('GET', '/api/v1/cases', { headers })).status).toBe(200);
});
