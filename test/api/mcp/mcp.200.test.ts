import { sql } from 'kysely';
import { z } from 'zod';
import { call, text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { connectMcp, type McpCaller } from './mcp-client';

let api: RunningApi;
let mcp: McpCaller;
beforeAll(async () => {
  api = await startApi({ worker: true });
  mcp = await connectMcp(api.url, api.sandboxKey);
});
afterAll(() => api.stop());

const readTools = [
  'get_case',
  'get_identity',
  'get_session',
  'get_workflow',
  'list_cases',
  'list_checks',
  'list_identities',
  'list_session_events',
  'list_sessions',
  'list_workflows',
  'whoami',
];
const list = z.array(z.record(z.string(), z.unknown()));

async function reviewed(): Promise<{ readonly sessionId: string; readonly caseId: string }> {
  const sessionId = await api.create({}, api.sandboxKey);
  await mcp.call('simulate_session', { session_id: sessionId, action: 'require-review' });
  const { body } = await mcp.call('get_session', { session_id: sessionId });
  return { sessionId, caseId: text(body, 'case_id') };
}

async function audited(action: string): Promise<unknown[]> {
  return api.db
    .selectFrom('audit')
    .select(['actor_kind', 'resource_id', 'detail'])
    .where('action', '=', action)
    .execute();
}

describe('the tools', () => {
  it('that are offered: none that is destructive, unless it is asked for', async () => {
    expect(await mcp.tools()).toEqual([...readTools, 'create_session', 'simulate_session'].sort());
    const all = await connectMcp(api.url, api.sandboxKey, '?toolsets=destructive');
    expect(await all.tools()).toEqual(
      [
        ...readTools,
        'create_session',
        'simulate_session',
        'approve_case',
        'reject_case',
        'reprocess_session',
      ].sort(),
    );
  });

  it('read_only: no writing one, whatever else is asked for', async () => {
    const query = '?read_only=true&toolsets=destructive';
    const reading = await connectMcp(api.url, api.sandboxKey, query);
    expect(await reading.tools()).toEqual(readTools);
    expect((await reading.call('create_session')).body['error']).toBe('not_found');
  });

  it('toolsets: those of the named sets, and whoami', async () => {
    const cases = await connectMcp(api.url, api.sandboxKey, '?toolsets=cases');
    expect(await cases.tools()).toEqual(['get_case', 'list_cases', 'whoami']);
  });

  it('tell hosts which ones only read', async () => {
    const { tools } = await mcp.client.listTools();
    const hints = Object.fromEntries(
      tools.map((tool) => [tool.name, tool.annotations?.readOnlyHint]),
    );
    expect(hints).toMatchObject({ get_session: true, create_session: false });
  });
});

it('whoami: the organisation, environment and scopes of the key', async () => {
  const { body } = await mcp.call('whoami');
  expect(body).toMatchObject({ environment: 'sandbox' });
  expect(body['scopes']).toContain('sessions:read');
});

it('a session: created, simulated, read, listed, with its timeline and checks', async () => {
  const created = await mcp.call('create_session', { external_ref: 'by-agent' });
  expect(created.isError).toBe(false);
  const id = text(created.body, 'id');
  const over = await api.ask('GET', `/api/v1/sessions/${id}`, { key: api.sandboxKey });
  expect(over.body).toMatchObject({ external_ref: 'by-agent', is_sandbox: true });
  const simulated = await mcp.call('simulate_session', { session_id: id, action: 'approve' });
  expect(simulated.body).toMatchObject({ status: 'completed', simulated: true });
  expect((await mcp.call('get_session', { session_id: id })).body['status']).toBe('completed');
  const listed = await mcp.call('list_sessions', { external_ref: 'by-agent', limit: 5 });
  expect(listed.body).toMatchObject({ data: [{ id }], pagination: { limit: 5 } });
  const events = await mcp.call('list_session_events', { session_id: id });
  expect(list.parse(events.body['data']).length).toBeGreaterThan(1);
  expect((await mcp.call('list_checks', { session_id: id })).body['session_id']).toBe(id);
});

it('identities and workflows: listed and read', async () => {
  const { body } = await mcp.call('list_workflows');
  const [workflow] = list.parse(body['data']);
  const read = await mcp.call('get_workflow', { workflow_id: workflow?.['id'] });
  expect(read.body).toMatchObject({ id: workflow?.['id'] });
  const identities = await mcp.call('list_identities', { q: 'by-' });
  expect(identities.isError).toBe(false);
  for (const { id } of list.parse(identities.body['data'])) {
    expect((await mcp.call('get_identity', { identity_id: id })).body).toMatchObject({ id });
  }
});

it('what a tool read is counted in the audit log, as a request for the same is', async () => {
  const { sessionId } = await reviewed();
  await mcp.call('get_session', { session_id: sessionId });
  await mcp.call('list_sessions', { external_ref: 'planted-ref' });
  const reads = await api.db
    .selectFrom('audit_reads')
    .select(['action', 'resource_id', 'filters'])
    .where('environment', '=', 'sandbox')
    .execute();
  expect(reads).toContainEqual({ action: 'session.read', resource_id: sessionId, filters: '' });
  expect(reads).toContainEqual({
    action: 'session.listed',
    resource_id: '',
    filters: 'external_ref',
  });
  expect(JSON.stringify(reads)).not.toContain('planted');
});

it('a refused input is told in the words of the API, and which document it is can be said', async () => {
  const refused = await mcp.call('create_session', { tags: 5 });
  expect(refused.isError).toBe(true);
  expect(refused.body['errors']).toEqual([
    { field: 'tags', code: 'invalid_type', message: 'has to be a list' },
  ]);
  const declared = { document_type: 'passport', document_country: 'NL' };
  const { body } = await mcp.call('create_session', declared);
  expect(body).toMatchObject({ document_type: 'passport' });
});

describe('a destructive tool', () => {
  let decider: McpCaller;
  beforeAll(async () => {
    decider = await connectMcp(api.url, api.sandboxKey, '?toolsets=cases,sessions,destructive');
  });

  it('decides as the route does, and stands in the audit log with its reason', async () => {
    const { sessionId, caseId } = await reviewed();
    const answer = await decider.call('approve_case', { case_id: caseId, reason: 'known_person' });
    expect(answer.body).toMatchObject({ id: caseId, status: 'approved' });
    expect((await mcp.call('get_session', { session_id: sessionId })).body['status']).toBe(
      'completed',
    );
    expect(await audited('mcp.approve_case')).toEqual([
      { actor_kind: 'api_key', resource_id: caseId, detail: { reason: 'known_person' } },
    ]);
  });

  it('reject_case: the reason is the code in the result', async () => {
    const { sessionId, caseId } = await reviewed();
    await decider.call('reject_case', { case_id: caseId, reason: 'document_expired' });
    const { body } = await api.ask('GET', `/api/v1/sessions/${sessionId}/result`, {
      key: api.sandboxKey,
    });
    expect(body['rejection_reason_code']).toBe('document_expired');
  });

  it.each([[undefined], ['Erika Mustermann, born in 1964']])(
    'does nothing for the reason %p, which it repeats nowhere',
    async (reason) => {
      const { caseId } = await reviewed();
      const before = await audited('mcp.approve_case');
      const answer = await decider.call('approve_case', { case_id: caseId, reason });
      expect(answer).toMatchObject({ isError: true, body: { error: 'validation_failed' } });
      expect(JSON.stringify(answer)).not.toContain('Erika');
      expect((await mcp.call('get_case', { case_id: caseId })).body['status']).toBe('open');
      expect(await audited('mcp.approve_case')).toEqual(before);
    },
  );
});

describe('scopes and tenancy', () => {
  async function narrow(...scopes: string[]): Promise<McpCaller> {
    const sandbox = { environment: 'sandbox' as const };
    await api.db
      .updateTable('api_keys')
      .set({ scopes: sql`${scopes}::text[]` })
      .where('environment', '=', sandbox.environment)
      .execute();
    return connectMcp(api.url, api.sandboxKey, '?toolsets=destructive');
  }
  let all: string[];
  beforeAll(async () => {
    all = z.array(z.string()).parse((await mcp.call('whoami')).body['scopes']);
  });
  afterEach(() => narrow(...all));

  it('a tool whose scope the key lacks says so, as the route does', async () => {
    const poor = await narrow('sessions:read');
    expect((await poor.call('list_sessions')).isError).toBe(false);
    expect((await poor.call('create_session')).body).toMatchObject({
      status_code: 403,
      error: 'missing_scope',
      scope: 'sessions:create',
    });
  });

  it("reviewers' words are not shown without pii:export", async () => {
    const { caseId } = await reviewed();
    const shown = await mcp.call('get_case', { case_id: caseId });
    expect(Object.keys(shown.body)).toContain('notes');
    const blind = await narrow('cases:read', 'sessions:read');
    const hidden = Object.keys((await blind.call('get_case', { case_id: caseId })).body);
    for (const personal of ['notes', 'reason', 'changes']) expect(hidden).not.toContain(personal);
    const { body } = await blind.call('list_sessions');
    for (const session of list.parse(body['data']))
      expect(session).not.toHaveProperty('consent_ip');
  });

  it('a session of another environment is not there', async () => {
    const id = await api.create();
    const answer = await mcp.call('get_session', { session_id: id });
    expect(answer).toMatchObject({ isError: true, body: { error: 'not_found' } });
  });
});

describe('without a key that is one', () => {
  it.each([
    ['none', {}],
    ['not one of ours', { Authorization: 'Bearer vk_live_nobody' }],
    ['by the header of the REST API', { 'X-API-Key': 'vk_live_nobody' }],
  ])('%s: 401, and how to come with one', async (_what, headers) => {
    const json = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    const answer = await call('POST', `${api.url}/mcp`, { json, headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });
});

it('403 for a page of another origin, even with a key', async () => {
  const asked = (origin: string): ReturnType<typeof call> =>
    call('POST', `${api.url}/mcp`, {
      json: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      headers: {
        Authorization: `Bearer ${api.liveKey}`,
        Accept: 'application/json, text/event-stream',
        Origin: origin,
      },
    });
  expect((await asked('https://evil.example')).body['error']).toBe('origin_not_allowed');
  expect((await asked(api.url)).status).toBe(200);
});

it('405 for GET: there is no stream to hold', async () => {
  const answer = await call('GET', `${api.url}/mcp`);
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
});

it('422 for a set that does not exist', async () => {
  const answer = await call('POST', `${api.url}/mcp?toolsets=everything`, {
    json: {},
    headers: { Authorization: `Bearer ${api.liveKey}` },
  });
  expect(answer.status).toBe(422);
});
