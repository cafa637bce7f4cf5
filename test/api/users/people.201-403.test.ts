import { z } from 'zod';
import { scopes } from '../../../shared/domain/auth/scopes';
import { insertApiKey } from '../../../shared/auth/insert-api-key';
import { call, text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { openBrowser, password } from '../console/browser';
import { signIn, type SignedIn } from '../console/signed-in';

/** People let people in, change and reset them, and see where they are signed in. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const as = (user: SignedIn, method: string, path: string, json?: unknown): Promise<Answer> =>
  call(method, `${api.url}/api/v1${path}`, {
    headers: user.headers,
    ...(json === undefined ? {} : { json }),
  });
const refused = ({ status, body }: Answer) => ({ status, error: body['error'] });
let count = 0;
const invite = async (by: SignedIn, role: string) => {
  count += 1;
  const email = `Invited-${String(count)}@Example.org`;
  const given = await as(by, 'POST', '/users', { email, name: 'I.', role });
  expect(given.status).toBe(201);
  const token = new URL(text(given.body, 'setup_url')).hash.slice(1);
  return { id: text(given.body, 'id'), email: email.toLowerCase(), token, body: given.body };
};

it('an admin invites, the invited one sets the account up, and the log has both without an address', async () => {
  const admin = await signIn(api, { role: 'admin' });
  const { id, email, token, body } = await invite(admin, 'reviewer');
  expect(body).toMatchObject({ email, active: true, set_up: false, totp: false, role: 'reviewer' });
  const browser = openBrowser(api);
  expect((await browser.ask('POST', '/console/set-up', { token, password })).body).toEqual({
    next: 'done',
  });
  expect((await as(admin, 'GET', `/users/${id}`)).body).toMatchObject({ set_up: true });
  const records = await api.db
    .selectFrom('audit')
    .select(['action', 'actor_id', 'detail'])
    .where('resource_id', '=', id)
    .orderBy('id')
    .execute();
  expect(records.map(({ action, actor_id: by }) => [action, by])).toEqual([
    ['user.created', admin.userId],
    ['user.password_set', id],
    ['user.signed_in', id],
  ]);
  expect(JSON.stringify(records)).not.toMatch(/@|I\./);
});

it('an address comes once in an organisation, in any spelling', async () => {
  const admin = await signIn(api, { role: 'admin' });
  const { email } = await invite(admin, 'reviewer');
  const again = { email: email.toUpperCase(), name: 'Again', role: 'senior' };
  expect(refused(await as(admin, 'POST', '/users', again))).toEqual({
    status: 409,
    error: 'user_exists',
  });
});

it('colleagues see names and roles of each other, and nothing more', async () => {
  const admin = await signIn(api, { role: 'admin' });
  const { id, email } = await invite(admin, 'reviewer');
  const reviewer = await signIn(api);
  const { body } = await as(reviewer, 'GET', `/users/${id}`);
  expect(body).toMatchObject({
    id,
    name: 'I.',
    role: 'reviewer',
    email: null,
    last_login_at: null,
  });
  expect(JSON.stringify((await as(reviewer, 'GET', '/users')).body)).not.toContain(email);
});

it('another role, or leaving, ends every sign-in at once and the set-up link too', async () => {
  const admin = await signIn(api, { role: 'admin' });
  for (const change of [{ role: 'senior' }, { active: false }]) {
    const user = await signIn(api);
    const link = await invite(admin, 'reviewer');
    expect((await as(user, 'GET', '/cases')).status).toBe(200);
    expect((await as(admin, 'PATCH', `/users/${user.userId}`, change)).status).toBe(200);
    expect(refused(await as(user, 'GET', '/cases'))).toEqual({ status: 401, error: 'signed_out' });
    await as(admin, 'PATCH', `/users/${link.id}`, change);
    const used = await openBrowser(api).ask('POST', '/console/set-up', {
      token: link.token,
      password,
    });
    expect(used.status).toBe('active' in change ? 410 : 200);
  }
});

it('a reset takes password, second factor and sign-ins, and gives a new link', async () => {
  const admin = await signIn(api, { role: 'admin' });
  const { id, email, token } = await invite(admin, 'reviewer');
  const browser = openBrowser(api);
  await browser.ask('POST', '/console/set-up', { token, password });
  const { body } = await as(admin, 'POST', `/users/${id}/reset`, {});
  expect(body).toMatchObject({ set_up: false, totp: false });
  expect((await browser.ask('GET', '/cases')).status).toBe(401);
  expect((await browser.ask('POST', '/console/login', { email, password })).status).toBe(401);
  const anew = new URL(text(body, 'setup_url')).hash.slice(1);
  expect((await browser.ask('POST', '/console/set-up', { token: anew, password })).status).toBe(
    200,
  );
});

it('the last admin who can sign in stays, also when two go at one moment', async () => {
  const others = await api.db
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .execute();
  await api.db
    .updateTable('users')
    .set({ deactivated_at: new Date() })
    .where(
      'id',
      'in',
      others.map(({ id }) => id),
    )
    .execute();
  const pair = [
    await signIn(api, { role: 'admin' }),
    await signIn(api, { role: 'admin' }),
  ] as const;
  for (const [index, { userId }] of pair.entries()) {
    await api.db
      .updateTable('users')
      .set({ email: `last-${String(index)}@example.org` })
      .where('id', '=', userId)
      .execute();
  }
  const [one, two] = pair;
  const both = await Promise.all([
    as(one, 'PATCH', `/users/${two.userId}`, { active: false }),
    as(two, 'PATCH', `/users/${one.userId}`, { role: 'reviewer' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('an invited admin who never came does not let the last one go who can sign in', async () => {
  const present = await api.db
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .execute();
  const ids = present.map(({ id }) => id);
  await api.db
    .updateTable('users')
    .set({ deactivated_at: new Date() })
    .where('id', 'in', ids)
    .execute();
  const only = await signIn(api, { role: 'admin' });
  await api.db
    .updateTable('users')
    .set({ email: 'only@example.org', password_hash: 'a hash' })
    .where('id', '=', only.userId)
    .execute();
  const invited = await invite(only, 'admin');
  for (const change of [{ role: 'senior' }, { active: false }]) {
    expect(refused(await as(only, 'PATCH', `/users/${only.userId}`, change))).toEqual({
      status: 409,
      error: 'last_admin',
    });
  }
  const browser = openBrowser(api);
  await browser.ask('POST', '/console/set-up', { token: invited.token, password });
  const gone = await as(only, 'PATCH', `/users/${only.userId}`, { active: false });
  expect(gone.status).toBe(200);
});

it('sign-ins are listed, and one is ended without the others', async () => {
  const admin = await signIn(api, { role: 'admin' });
  const user = await signIn(api);
  const path = `/users/${user.userId}/sessions`;
  const listed = async () =>
    z
      .object({ data: z.array(z.object({ id: z.string(), active: z.boolean() })) })
      .parse((await as(admin, 'GET', path)).body).data;
  expect(await listed()).toEqual([{ id: user.sessionId, active: true }]);
  expect((await as(admin, 'DELETE', `${path}/${user.sessionId}`)).status).toBe(204);
  expect(await listed()).toEqual([{ id: user.sessionId, active: false }]);
  expect((await as(user, 'GET', '/cases')).status).toBe(401);
  expect((await as(admin, 'DELETE', `${path}/${admin.sessionId}`)).status).toBe(404);
});

it('nobody lets in who may more than themselves, and a sandbox key changes nobody', async () => {
  const organizationId = (await signIn(api)).organizationId;
  const narrow = await insertApiKey(
    api.db,
    {
      organizationId,
      environment: 'live',
      label: 'people only',
      scopes: scopes.filter((scope) => scope !== 'redact:write'),
    },
    new Date(),
  );
  const make = (key: string, role: string) =>
    api.ask('POST', '/api/v1/users', {
      key,
      json: { email: `${role}@example.org`, name: 'N.', role },
    });
  expect(refused(await make(narrow, 'admin'))).toEqual({ status: 403, error: 'key_beyond_own' });
  expect((await make(narrow, 'senior')).status).toBe(201);
  expect(refused(await make(api.sandboxKey, 'reviewer'))).toEqual({
    status: 403,
    error: 'live_only',
  });
});
