import { z } from 'zod';
import type { Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { noRates } from '../public-routes/wrong-tokens';
import { account, authenticator, openBrowser, password, setupToken, type Browser } from './browser';

/** From nothing to an open console, and what does not get there. */
let api: RunningApi;
let aheadMs = 0;
const now = () => new Date(Date.now() + aheadMs);
const later = (ms: number) => {
  aheadMs += ms;
};
const minutes = (count: number) => count * 60_000;
beforeAll(async () => {
  api = await startApi({ now, deps: { rates: noRates } });
});
afterEach(async () => {
  await api.db.deleteFrom('sign_in_attempts').execute();
});
afterAll(() => api.stop());

const refused = ({ status, body }: Answer) => ({ status, error: body['error'] });
const ok = (next: string) => ({ status: 200, body: { next } });

async function enrolled(browser: Browser) {
  const proposed = await browser.ask('POST', '/console/enrol-totp', {});
  expect(proposed.body).toMatchObject({ next: 'confirm' });
  const code = authenticator(proposed.body);
  const done = await browser.ask('POST', '/console/enrol-totp', { code: code(now()) });
  const { recovery_codes: codes } = z
    .object({ next: z.literal('done'), recovery_codes: z.array(z.string()) })
    .parse(done.body);
  // The code that confirmed is used up.
  later(30_000);
  return { code: () => code(now()), codes };
}

let count = 0;
async function signedIn(role: 'admin' | 'reviewer' = 'admin') {
  count += 1;
  const email = `person-${String(count)}@example.org`;
  const userId = await account(api, { email, role });
  const browser = openBrowser(api);
  await browser.ask('POST', '/console/login', { email, password });
  const factor = role === 'admin' ? await enrolled(browser) : undefined;
  return { email, userId, browser, factor };
}

it('sets an account up by its link, enrols a second factor, and signs in with both', async () => {
  const email = 'first@example.org';
  const userId = await account(api, { email, role: 'admin', hasPassword: false });
  const token = await setupToken(api, userId);
  const browser = openBrowser(api);
  const tooShort = await browser.ask('POST', '/console/set-up', { token, password: 'short' });
  expect(tooShort.body).toMatchObject({ errors: [{ field: 'password', code: 'too_short' }] });
  const set = await browser.ask('POST', '/console/set-up', { token, password });
  expect(set).toMatchObject(ok('enrol_totp'));
  expect(set.headers.getSetCookie()[0]).toMatch(
    /^__Host-verifa_console=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; Secure; SameSite=Lax$/,
  );
  const { code } = await enrolled(browser);

  const another = openBrowser(api);
  const login = await another.ask('POST', '/console/login', {
    email: ' First@Example.org ',
    password,
  });
  expect(login).toMatchObject(ok('totp'));
  expect(refused(await another.ask('GET', '/console/me'))).toEqual({
    status: 401,
    error: 'second_factor_required',
  });
  expect(refused(await another.ask('GET', '/cases'))).toEqual({
    status: 401,
    error: 'second_factor_required',
  });
  expect(await another.ask('POST', '/console/totp', { code: code() })).toMatchObject(ok('done'));
  expect((await another.ask('GET', '/console/me')).body).toMatchObject({
    user: { id: userId, email, role: 'admin' },
    environment: 'live',
    totp: true,
    reauthenticate_by: 'totp',
    temporal_workflows_url: null,
  });
  expect((await another.ask('GET', '/cases')).status).toBe(200);
});

it('a set-up link is good once, for a day, and a newer one ends it', async () => {
  const userId = await account(api, {
    email: 'link@example.org',
    role: 'reviewer',
    hasPassword: false,
  });
  const gone = { status: 410, error: 'token_unavailable' };
  const use = async (token: string) =>
    openBrowser(api).ask('POST', '/console/set-up', { token, password });
  const first = await setupToken(api, userId);
  const second = await setupToken(api, userId);
  expect(refused(await use(first))).toEqual(gone);
  const both = await Promise.all([use(second), use(second)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  expect(refused(await use(second))).toEqual(gone);
  const third = await setupToken(api, userId);
  later(minutes(24 * 60 + 1));
  expect(refused(await use(third))).toEqual(gone);
});

it('unknown accounts, wrong passwords and accounts without one are answered alike', async () => {
  await account(api, { email: 'known@example.org', role: 'reviewer' });
  await account(api, { email: 'without@example.org', role: 'reviewer', hasPassword: false });
  const answers = await Promise.all(
    ['known@example.org', 'without@example.org', 'unknown@example.org', 'no address'].map((email) =>
      openBrowser(api).ask('POST', '/console/login', { email, password: 'another long password' }),
    ),
  );
  const bare = answers.map(({ status, body, headers }) => ({
    status,
    body: { ...body, request_id: null },
    names: [...headers.keys()].filter((name) => name !== 'x-request-id').sort(),
    cookies: headers.getSetCookie(),
  }));
  expect(new Set(bare.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(bare[0]).toMatchObject({ status: 401, body: { error: 'sign_in_refused' } });
});

it('an account takes five tries in a quarter of an hour, whether there is one or not', async () => {
  await account(api, { email: 'tried@example.org', role: 'reviewer' });
  for (const email of ['tried@example.org', 'nobody@example.org']) {
    await api.db.deleteFrom('sign_in_attempts').execute();
    const wrong = { email, password: 'another long password' };
    const login = (given: unknown) => openBrowser(api).ask('POST', '/console/login', given);
    const five = await Promise.all(Array.from({ length: 5 }, () => login(wrong)));
    expect(five.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    const sixth = await login({ email, password });
    expect(refused(sixth)).toEqual({ status: 429, error: 'rate_limited' });
    expect(Number(sixth.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    later(minutes(15));
    expect((await login({ email, password })).status).toBe(email.startsWith('tried') ? 200 : 401);
  }
});

it('an address takes twenty, over all accounts; what was right does not count', async () => {
  await account(api, { email: 'right@example.org', role: 'reviewer' });
  const login = (email: string, given: string) =>
    openBrowser(api).ask('POST', '/console/login', { email, password: given });
  expect((await login('right@example.org', password)).status).toBe(200);
  const statuses = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      login(`n${String(index)}@example.org`, 'wrong, and long'),
    ),
  );
  expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([401]));
  expect((await login('right@example.org', password)).status).toBe(429);
});

it('a code is taken once, also by two at one moment, and none from before it', async () => {
  const { email, factor } = await signedIn();
  const [one, two, three] = [openBrowser(api), openBrowser(api), openBrowser(api)];
  for (const browser of [one, two, three]) {
    await browser.ask('POST', '/console/login', { email, password });
  }
  const earlier = factor?.code();
  later(30_000);
  const code = factor?.code();
  const both = await Promise.all(
    [one, two].map((browser) => browser.ask('POST', '/console/totp', { code })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
  for (const replayed of [code, earlier]) {
    expect(refused(await three.ask('POST', '/console/totp', { code: replayed }))).toEqual({
      status: 403,
      error: 'code_refused',
    });
  }
  later(30_000);
  expect((await three.ask('POST', '/console/totp', { code: factor?.code() })).status).toBe(200);
});

it('codes are tried five times, then not at all for a quarter of an hour', async () => {
  const { email, factor } = await signedIn();
  const browser = openBrowser(api);
  await browser.ask('POST', '/console/login', { email, password });
  for (let tried = 0; tried < 5; tried += 1) {
    const code = factor?.code() === '000000' ? '111111' : '000000';
    expect((await browser.ask('POST', '/console/totp', { code })).status).toBe(403);
  }
  const right = await browser.ask('POST', '/console/totp', { code: factor?.code() });
  expect(right.status).toBe(429);
});

it('a recovery code signs in once, however it is typed; the record says so', async () => {
  const { email, userId, factor } = await signedIn();
  const typed = (factor?.codes[0] ?? '').toUpperCase().replaceAll('-', ' ');
  const tries: number[] = [];
  for (let count = 0; count < 2; count += 1) {
    const browser = openBrowser(api);
    await browser.ask('POST', '/console/login', { email, password });
    tries.push((await browser.ask('POST', '/console/totp', { recovery_code: typed })).status);
  }
  expect(tries).toEqual([200, 403]);
  const records = await api.db
    .selectFrom('audit')
    .select('action')
    .where('resource_id', '=', userId)
    .orderBy('id')
    .execute();
  expect(records.map(({ action }) => action)).toEqual([
    'user.totp_enrolled',
    'user.signed_in',
    'user.recovery_code_used',
    'user.signed_in',
  ]);
});

it('the cookie that a browser came with opens nothing after the sign-in: no session is fixed', async () => {
  const attacker = await signedIn('reviewer');
  const fixed = attacker.browser.cookie() ?? '';
  const victim = openBrowser(api);
  victim.take(fixed);
  const { email } = await signedIn();
  await victim.ask('POST', '/console/login', { email, password });
  const half = victim.cookie() ?? '';
  expect(half).not.toBe(fixed);
  expect(refused(await attacker.browser.ask('GET', '/console/me'))).toEqual({
    status: 401,
    error: 'signed_out',
  });
  const { factor, email: other } = await signedIn();
  const browser = openBrowser(api);
  await browser.ask('POST', '/console/login', { email: other, password });
  const before = browser.cookie() ?? '';
  await browser.ask('POST', '/console/totp', { code: factor?.code() });
  expect(browser.cookie()).not.toBe(before);
  const old = openBrowser(api);
  old.take(before);
  expect(refused(await old.ask('GET', '/console/me'))).toEqual({
    status: 401,
    error: 'signed_out',
  });
});

it('ends after half an hour without a call, and after eight hours with any', async () => {
  const { browser } = await signedIn('reviewer');
  later(minutes(29));
  expect((await browser.ask('GET', '/cases')).status).toBe(200);
  later(minutes(29));
  // What the page asks by itself does not keep it open.
  expect((await browser.ask('GET', '/console/me')).status).toBe(200);
  later(minutes(2));
  expect(refused(await browser.ask('GET', '/cases'))).toEqual({ status: 401, error: 'signed_out' });

  const { browser: busy } = await signedIn('reviewer');
  for (let passed = 0; passed < 8 * 60 - 20; passed += 20) {
    later(minutes(20));
    expect((await busy.ask('GET', '/cases')).status).toBe(200);
  }
  later(minutes(20));
  expect(refused(await busy.ask('GET', '/cases'))).toEqual({ status: 401, error: 'signed_out' });
});

it('changing the password signs out every other browser, and renews this one', async () => {
  const { email, browser } = await signedIn('reviewer');
  const other = openBrowser(api);
  await other.ask('POST', '/console/login', { email, password });
  const before = browser.cookie();
  const next = 'another one, as long as the first';
  const wrong = { current_password: 'not this one, surely', password: next };
  expect((await browser.ask('POST', '/console/password', wrong)).status).toBe(403);
  const given = { current_password: password, password: next };
  expect((await browser.ask('POST', '/console/password', given)).status).toBe(204);
  expect(browser.cookie()).not.toBe(before);
  expect((await browser.ask('GET', '/console/me')).status).toBe(200);
  expect((await other.ask('GET', '/console/me')).status).toBe(401);
  expect((await other.ask('POST', '/console/login', { email, password })).status).toBe(401);
  expect((await other.ask('POST', '/console/login', { email, password: next })).status).toBe(200);
});

it('a second factor counts for ten minutes where keys, people and erasures are at stake', async () => {
  const { browser, factor } = await signedIn();
  const make = () => browser.ask('POST', '/api-keys', { label: 'Shop' });
  expect((await make()).status).toBe(201);
  later(minutes(11));
  expect(refused(await make())).toEqual({ status: 403, error: 'reauthentication_required' });
  expect(
    (await browser.ask('POST', '/console/reauthenticate', { code: factor?.code() })).status,
  ).toBe(200);
  expect((await make()).status).toBe(201);
});

it('switches the environment, and is there again at the next sign-in', async () => {
  const { email, browser } = await signedIn('reviewer');
  await browser.ask('POST', '/console/environment', { environment: 'sandbox' });
  expect((await browser.ask('GET', '/console/me')).body).toMatchObject({ environment: 'sandbox' });
  await browser.ask('POST', '/console/logout', {});
  expect(browser.cookie()).toBeUndefined();
  await browser.ask('POST', '/console/login', { email, password });
  expect((await browser.ask('GET', '/console/me')).body).toMatchObject({ environment: 'sandbox' });
});

it('signing out ends the sign-in, not only the cookie', async () => {
  const { browser } = await signedIn('reviewer');
  const kept = browser.cookie() ?? '';
  expect((await browser.ask('POST', '/console/logout', {})).body).toEqual({ logout_url: null });
  const thief = openBrowser(api);
  thief.take(kept);
  expect(refused(await thief.ask('GET', '/cases'))).toEqual({ status: 401, error: 'signed_out' });
});

it('nothing of it is logged: no address, password, code or cookie', async () => {
  const { email, browser, factor } = await signedIn();
  const cookie = browser.cookie() ?? '';
  for (const secret of [email, password, cookie, ...(factor?.codes ?? [])]) {
    expect(api.log()).not.toContain(secret);
  }
  const audit = JSON.stringify(await api.db.selectFrom('audit').selectAll().execute());
  expect(audit).not.toContain('example.org');
});
