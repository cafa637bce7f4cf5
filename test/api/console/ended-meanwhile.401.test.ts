import { createPasswords } from '../../../services/api/console-login/passwords';
import { call, text, type Answer } from '../../processes/api-caller';
import { noRates } from '../public-routes/wrong-tokens';
import { cheapLogCost, startApi, type RunningApi } from '../running-api';
import { account, authenticator, openBrowser, password, setupToken } from './browser';
import { signIn, type SignedIn } from './signed-in';

/** Judging a password takes half a second, and longer where many wait: what happens meanwhile counts. */
let api: RunningApi;
let admin: SignedIn;
let meanwhile: (() => Promise<unknown>) | null = null;

/** Runs what the test has happen, once, behind the work and before anybody hears of its end. */
async function behind<T>(work: Promise<T>): Promise<T> {
  const done = await work;
  const happens = meanwhile;
  meanwhile = null;
  await happens?.();
  return done;
}

beforeAll(async () => {
  const { is, hash } = createPasswords(cheapLogCost);
  api = await startApi({
    deps: {
      rates: noRates,
      passwords: {
        is: (given) => behind(is(given)),
        hash: (given) => behind(hash(given)),
      },
    },
  });
  admin = await signIn(api, { role: 'admin' });
});
afterAll(() => api.stop());

const asAdmin = async (method: string, path: string, json: unknown): Promise<Answer> => {
  const given = await call(method, `${api.url}/api/v1${path}`, { headers: admin.headers, json });
  expect(given.status).toBe(200);
  return given;
};
const refused = ({ status, body }: Answer) => ({ status, error: body['error'] });
const next = 'another one, as long as the first';
let count = 0;
async function reviewer() {
  count += 1;
  const email = `meanwhile-${String(count)}@example.org`;
  const userId = await account(api, { email, role: 'reviewer' });
  const browser = openBrowser(api);
  const login = () => browser.ask('POST', '/console/login', { email, password });
  return {
    email,
    userId,
    browser,
    login,
    reset: () => asAdmin('POST', `/users/${userId}/reset`, {}),
  };
}
const standing = (userId: SignedIn['userId']) =>
  api.db
    .selectFrom('console_sessions')
    .select('stage')
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute();

it('who is reset while their password is judged is not signed in by it', async () => {
  const { userId, browser, login, reset } = await reviewer();
  meanwhile = reset;
  expect(refused(await login())).toEqual({ status: 401, error: 'sign_in_refused' });
  expect(browser.cookie()).toBeUndefined();
  expect(await standing(userId)).toEqual([]);
});

it('who becomes an admin while their password is judged is asked for a second factor', async () => {
  const { userId, login } = await reviewer();
  meanwhile = () => asAdmin('PATCH', `/users/${userId}`, { role: 'admin' });
  expect((await login()).body).toEqual({ next: 'enrol_totp' });
  expect(await standing(userId)).toEqual([{ stage: 'enrol_totp' }]);
});

it('a reset is not outlived by a password that is being changed', async () => {
  const { email, userId, browser, login, reset } = await reviewer();
  await login();
  meanwhile = reset;
  const given = { current_password: password, password: next };
  expect(refused(await browser.ask('POST', '/console/password', given))).toEqual({
    status: 401,
    error: 'signed_out',
  });
  expect(await standing(userId)).toEqual([]);
  const with_ = { email, password: next };
  expect((await openBrowser(api).ask('POST', '/console/login', with_)).status).toBe(401);
});

it('nor by one that is chosen with the set-up link before', async () => {
  const { userId, browser, reset } = await reviewer();
  const token = await setupToken(api, userId);
  let anew = '';
  meanwhile = async () => {
    anew = new URL(text((await reset()).body, 'setup_url')).hash.slice(1);
  };
  const given = await browser.ask('POST', '/console/set-up', { token, password });
  expect(given.status).toBe(410);
  expect(await standing(userId)).toEqual([]);
  const by = { token: anew, password: next };
  expect((await openBrowser(api).ask('POST', '/console/set-up', by)).status).toBe(200);
});

it('a right password does not begin the count of codes anew', async () => {
  const { browser, login } = await reviewer();
  await login();
  const proposed = await browser.ask('POST', '/console/enrol-totp', {});
  expect(proposed.status).toBe(200);
  const right = authenticator(proposed.body);
  const guess = () => {
    const code = right(new Date()) === '000000' ? '111111' : '000000';
    return browser.ask('POST', '/console/enrol-totp', { code });
  };
  for (let tries = 0; tries < 4; tries += 1) {
    expect(refused(await guess())).toEqual({ status: 403, error: 'code_refused' });
  }
  // Right, and changes nothing: the new one is too short.
  const given = { current_password: password, password: 'short' };
  expect((await browser.ask('POST', '/console/password', given)).status).toBe(422);
  expect(refused(await guess())).toEqual({ status: 403, error: 'code_refused' });
  expect((await guess()).status).toBe(429);
});
