import {
  createOidc,
  type Oidc,
  type OidcSettings,
} from '../../../services/api/console-login/oidc/oidc';
import { call } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { account } from './browser';
import { Follower, startProvider, type OpenIdProvider } from './openid-provider';
import { firstOrganization, pageHeaders } from './signed-in';

/** Sign-in at a real OpenID provider, in a process of its own. */
let api: RunningApi;
let provider: OpenIdProvider;
let settings: OidcSettings;
/** The API is there before the provider knows where to send people back to. */
let oidc: Oidc | undefined;
const later: Oidc = {
  get settings() {
    return given().settings;
  },
  begin: (isForced) => given().begin(isForced),
  finish: (url, begun) => given().finish(url, begun),
  logoutUrl: () => given().logoutUrl(),
};
const given = (): Oidc => {
  if (oidc === undefined) throw new Error('no provider yet');
  return oidc;
};

beforeAll(async () => {
  api = await startApi({ deps: { oidc: later } });
  provider = await startProvider(`${api.url}/api/v1/console/oidc/callback`, `${api.url}/console`);
  settings = {
    issuer: provider.issuer,
    clientId: 'verifa',
    clientSecret: 'a-secret-of-the-tests',
    scope: 'openid profile email',
    roleClaim: null,
    roleMap: new Map(),
    createsUsers: false,
    organization: null,
  };
});
beforeEach(() => {
  oidc = createOidc(settings, api.url);
});
afterAll(async () => {
  await provider.stop();
  await api.stop();
});

const cookieName = '__Host-verifa_console';
const start = () => `${api.url}/api/v1/console/oidc/start`;
const atConsole = (url: URL) => url.pathname.startsWith('/console');
async function signIn(login: string, browser = new Follower(), url = start()) {
  const end = await browser.go(url, login, atConsole);
  return {
    browser,
    end: `${end.pathname}${end.search}`,
    secret: browser.cookie(api.url, cookieName),
  };
}
const me = (secret: string | undefined) =>
  call('GET', `${api.url}/api/v1/console/me`, { headers: pageHeaders(api.url, secret) });

it('lets in whom an admin invited, by the address that the provider vouches for; then by the subject', async () => {
  const id = await account(api, { email: 'ada@example.org', role: 'senior', hasPassword: false });
  const first = await signIn('ada');
  expect(first.end).toBe('/console');
  expect((await me(first.secret)).body).toMatchObject({
    user: { id, role: 'senior' },
    reauthenticate_by: 'oidc',
  });
  await api.db
    .updateTable('users')
    .set({ email: 'else@example.org' })
    .where('id', '=', id)
    .execute();
  expect((await me((await signIn('ada')).secret)).body).toMatchObject({ user: { id } });
});

it('lets in nobody whom it does not know, and makes nobody', async () => {
  const { end, secret } = await signIn('stranger');
  expect(end).toBe('/console/sign-in?error=not_invited');
  expect(secret).toBeUndefined();
});

it('an address that the provider does not vouch for is nobody’s', async () => {
  await account(api, { email: 'unverified@example.org', role: 'admin', hasPassword: false });
  expect((await signIn('unverified')).end).toBe('/console/sign-in?error=not_invited');
});

it('gives the role that the claim is mapped to, and makes users where the operator wants it', async () => {
  const organization = await firstOrganization(api.db);
  const roleMap = new Map([['kyc-leads', 'senior'] as const, ['kyc', 'reviewer'] as const]);
  oidc = createOidc(
    { ...settings, roleClaim: 'groups', roleMap, createsUsers: true, organization },
    api.url,
  );
  const { secret } = await signIn('grace+kyc-leads');
  expect((await me(secret)).body).toMatchObject({ user: { role: 'senior', name: 'grace' } });
  expect((await signIn('linus+finance')).end).toBe('/console/sign-in?error=no_role');

  const id = await account(api, { email: 'mary@example.org', role: 'admin', hasPassword: false });
  const mary = await signIn('mary+kyc');
  expect((await me(mary.secret)).body).toMatchObject({ user: { id, role: 'reviewer' } });
});

it('takes an answer only from the browser that was sent for it', async () => {
  await account(api, { email: 'eve@example.org', role: 'reviewer', hasPassword: false });
  const victim = new Follower();
  const attacker = new Follower();
  const callback = await attacker.go(start(), 'eve', (url) => url.pathname.endsWith('/callback'));
  const refused = '/console/sign-in?error=refused';
  // Another browser, which began nothing; then one that began something else.
  expect((await signIn('eve', victim, callback.href)).end).toBe(refused);
  await victim.fetch(new URL(start()));
  expect((await signIn('eve', victim, callback.href)).end).toBe(refused);
  expect(victim.cookie(api.url, cookieName)).toBeUndefined();
  // The right one, once.
  expect((await signIn('eve', attacker, callback.href)).end).toBe('/console');
  expect((await signIn('eve', attacker, callback.href)).end).toBe(refused);
});

it('a second factor is shown again there: only what was shown lately counts', async () => {
  await account(api, { email: 'admin@example.org', role: 'admin', hasPassword: false });
  const { browser, secret } = await signIn('admin');
  const make = (by: string | undefined) =>
    call('POST', `${api.url}/api/v1/api-keys`, {
      headers: pageHeaders(api.url, by),
      json: { label: 'Shop' },
    });
  expect((await make(secret)).body).toMatchObject({ error: 'reauthentication_required' });
  const again = await signIn('admin', browser, `${start()}?reauthenticate=1`);
  expect(again.secret).not.toBe(secret);
  expect((await make(again.secret)).status).toBe(201);
});

it('signing out leads to the provider, which leads back', async () => {
  await account(api, { email: 'out@example.org', role: 'reviewer', hasPassword: false });
  const { secret } = await signIn('out');
  const { body } = await call('POST', `${api.url}/api/v1/console/logout`, {
    headers: pageHeaders(api.url, secret),
    json: {},
  });
  const url = new URL(String(body['logout_url']));
  expect(url.origin).toBe(provider.issuer);
  expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${api.url}/console`);
  expect((await me(secret)).status).toBe(401);
});

it('says that the provider is away, and asks it again with the next one', async () => {
  oidc = createOidc({ ...settings, issuer: 'http://127.0.0.1:9' }, api.url);
  expect((await signIn('ada')).end).toBe('/console/sign-in?error=provider_away');
});

it('no address of a person is logged', () => {
  expect(api.log()).not.toMatch(/example\.org/i);
});
