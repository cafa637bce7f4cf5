import { newApiKey } from '../../../shared/auth/api-key';
import type { ApiKeysTable } from '../../../shared/database/schema';
import { newId } from '../../../shared/domain/ids';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { startApi, type RunningApi } from '../running-api';
import type { Insertable } from 'kysely';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const hourMs = 3_600_000;

/** A further key of the first organisation, with what a test changes of it. */
async function key(changes: Partial<Insertable<ApiKeysTable>>): Promise<string> {
  const made = newApiKey('live');
  const organization = await api.db
    .selectFrom('organizations')
    .select('id')
    .orderBy('created_at')
    .executeTakeFirstOrThrow();
  await api.db
    .insertInto('api_keys')
    .values({
      id: newId('apiKey'),
      organization_id: organization.id,
      environment: 'live',
      prefix: made.prefix,
      key_hash: made.hash,
      label: 'test',
      scopes: ['sessions:read'],
      ip_allow_list: null,
      created_at: new Date(),
      ...changes,
    })
    .execute();
  return made.key;
}

describe('401', () => {
  it.each([
    ['no key', {}],
    ['what is no key', { 'X-API-Key': 'vk_live_short' }],
    ['an unknown key', { 'X-API-Key': newApiKey('live').key }],
  ])('%s', async (_name, headers) => {
    const answer = await fetch(`${api.url}/api/v1/sessions/ses_unknown`, { headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: 'unauthorized' });
  });

  it('a revoked key', async () => {
    const revoked = await key({ revoked_at: new Date() });
    const answer = await api.ask('GET', '/api/v1/sessions', { key: revoked });
    expect(answer.body).toMatchObject({ status_code: 401, error: 'unauthorized' });
  });

  it('an expired key', async () => {
    const expired = await key({ expires_at: new Date(Date.now() - hourMs) });
    const answer = await api.ask('GET', '/api/v1/sessions', { key: expired });
    expect(answer.body).toMatchObject({ status_code: 401, error: 'key_expired' });
  });
});

describe('403', () => {
  it('a key without the scope, before anything is looked up or parsed', async () => {
    const reader = await key({ scopes: ['sessions:read'] });
    const answer = await api.ask('PATCH', '/api/v1/sessions/ses_unknown', {
      key: reader,
      json: { metadata: 7 },
    });
    expect(answer.body).toMatchObject({
      status_code: 403,
      error: 'missing_scope',
      scope: 'sessions:write',
    });
  });

  it('export needs pii:export beside sessions:read', async () => {
    const reader = await key({ scopes: ['sessions:read'] });
    const answer = await api.ask('GET', '/api/v1/sessions/ses_unknown/export', { key: reader });
    expect(answer.body).toMatchObject({ error: 'missing_scope', scope: 'pii:export' });
  });

  it('an address outside of the allow-list; one inside of a CIDR is let in', async () => {
    const elsewhere = await key({ ip_allow_list: ['203.0.113.0/24', '2001:db8::/32'] });
    const refused = await api.ask('GET', '/api/v1/sessions', { key: elsewhere });
    expect(refused.body).toMatchObject({ status_code: 403, error: 'ip_not_allowed' });
    const here = await key({ ip_allow_list: ['127.0.0.0/8'] });
    expect((await api.ask('GET', '/api/v1/sessions', { key: here })).status).toBe(200);
  });

  it("a client's X-Forwarded-For is not believed", async () => {
    const elsewhere = await key({ ip_allow_list: ['203.0.113.7'] });
    const answer = await api.ask('GET', '/api/v1/sessions', {
      key: elsewhere,
      headers: { 'X-Forwarded-For': '203.0.113.7' },
    });
    expect(answer.status).toBe(403);
  });
});

describe('environments and organisations are apart', () => {
  // Whole rows: where one is shorter, Jest hands its `done` to the test.
  const routes: [string, string, unknown][] = [
    ['GET', '', undefined],
    ['PATCH', '', { metadata: {} }],
    ['POST', '/resume', undefined],
    ['POST', '/generate-one-time-link', {}],
    ['GET', '/links', undefined],
    ['POST', '/expire', undefined],
    ['POST', '/submit', undefined],
    ['POST', '/external-decision', { decision: 'continue' }],
    ['POST', '/reprocess', undefined],
    ['GET', '/risk', undefined],
    ['GET', '/verifications', undefined],
    ['GET', '/result', undefined],
    ['POST', '/tags/add', { tag: 'x' }],
    ['POST', '/tags/remove', { tag: 'x' }],
    ['PUT', '/tags', { tags: [] }],
    ['DELETE', '/data', undefined],
    ['GET', '/export', undefined],
    ['GET', '/events', undefined],
    ['PUT', '/legal-hold', { reason_code: 'case_1' }],
    ['DELETE', '/legal-hold', {}],
  ];

  it.each(routes)("%s …%s: 404 for the other environment's session", async (method, path, json) => {
    const id = await api.create();
    const answer = await api.ask(method, `/api/v1/sessions/${id}${path}`, {
      key: api.sandboxKey,
      ...(json === undefined ? {} : { json }),
    });
    expect(answer.body).toMatchObject({ status_code: 404, error: 'not_found' });
  });

  it('404 for another organisation, and its list is empty', async () => {
    const other = await bootstrapOrganization(api.db, () => new Date());
    const id = await api.create();
    const answer = await api.ask('GET', `/api/v1/sessions/${id}`, { key: other.liveKey });
    expect(answer.status).toBe(404);
    const list = await api.ask('GET', '/api/v1/sessions', { key: other.liveKey });
    expect(list.body['data']).toEqual([]);
  });

  it("another organisation's workflow is unknown", async () => {
    const other = await bootstrapOrganization(api.db, () => new Date());
    const theirs = await api.ask('POST', '/api/v1/sessions', { key: other.liveKey, json: {} });
    const answer = await api.ask('POST', '/api/v1/sessions', {
      json: { workflow_id: theirs.body['workflow_id'] },
    });
    expect(answer.status).toBe(422);
  });
});
