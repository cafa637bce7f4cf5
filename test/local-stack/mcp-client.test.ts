import { z } from 'zod';
import { connectMcp, type McpCaller, type ToolAnswer } from '../api/mcp/mcp-client';
import { consent, linkAt } from '../api/capture/capture-link';
import { call, text } from '../processes/api-caller';
import { setLocalStackStage, type LocalStackStage } from './local-stack-stage';
import type { LocalStackProcess } from './local-stack-process';

/** What an agent's host does against `npm start`: the SDK's own client, with the key that was printed. */
let stage: LocalStackStage;
let stack: LocalStackProcess;
let api: string;
let key: string;
let mcp: McpCaller;
/** The same agent after its user let it decide. */
let deciding: McpCaller;

beforeAll(async () => {
  stage = await setLocalStackStage();
  stack = stage.start();
  await stack.ready();
  ({ api_url: api, sandbox_key: key } = await stage.facts());
  mcp = await connectMcp(api, key);
  deciding = await connectMcp(api, key, '?toolsets=destructive');
}, 240_000);
afterAll(async () => {
  await Promise.all([mcp.client.close(), deciding.client.close()]);
  await stack.stop('SIGTERM');
  await stage.clear();
});

const harmless = [
  'create_session',
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
  'simulate_session',
  'whoami',
];
const destructive = ['approve_case', 'reject_case', 'reprocess_session'];
const list = z.array(z.record(z.string(), z.unknown()));

/** What the tool gave; that it gave something is part of every test. */
async function given(
  name: string,
  input: Record<string, unknown> = {},
  by = mcp,
): Promise<ToolAnswer['body']> {
  const { isError, body } = await by.call(name, input);
  if (isError) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body;
}

async function reviewed(): Promise<{ readonly id: string; readonly caseId: string }> {
  const id = text(await given('create_session'), 'id');
  await given('simulate_session', { session_id: id, action: 'require-review' });
  return { id, caseId: text(await given('get_session', { session_id: id }), 'case_id') };
}

/** The audit rows of one tool, as `GET /events` shows them. */
async function audited(action: string): Promise<unknown> {
  const { body } = await call('GET', `${api}/api/v1/events?action=${action}`, { key });
  return body['data'];
}

async function agentWith(...scopes: string[]): Promise<McpCaller> {
  const json = { label: scopes.join(' '), scopes };
  const { body } = await call('POST', `${api}/api/v1/api-keys`, { key, json });
  return connectMcp(api, text(body, 'key'), '?toolsets=destructive');
}

describe('the tools', () => {
  it('are listed: none that is destructive, unless it is asked for', async () => {
    expect(stack.output()).toContain(key);
    expect(await mcp.tools()).toEqual(harmless);
    expect(await deciding.tools()).toEqual([...harmless, ...destructive].sort());
    expect((await mcp.call('reprocess_session')).body['error']).toBe('not_found');
  });

  it.each([
    ['?toolsets=identities,checks', ['get_identity', 'list_checks', 'list_identities', 'whoami']],
    [
      '?toolsets=cases,destructive',
      ['approve_case', 'get_case', 'list_cases', 'reject_case', 'whoami'],
    ],
    [
      '?read_only=true&toolsets=destructive',
      harmless.filter((name) => !['create_session', 'simulate_session'].includes(name)),
    ],
  ])('%s', async (query, names) => {
    const chosen = await connectMcp(api, key, query);
    expect(await chosen.tools()).toEqual(names);
    await chosen.client.close();
  });

  it('every one that the issue names is called, and answers', async () => {
    expect(await given('whoami')).toMatchObject({ environment: 'sandbox' });
    const reference = { external_ref: 'by-agent', tags: ['agent'] };
    const id = text(await given('create_session', reference), 'id');
    const one = { session_id: id };
    expect(await given('simulate_session', { ...one, action: 'approve' })).toMatchObject({
      status: 'completed',
    });
    const session = await given('get_session', one);
    expect(session).toMatchObject({ id, status: 'completed', ...reference });
    expect(await given('list_sessions', { tag: 'agent', limit: 5 })).toMatchObject({
      data: [{ id }],
    });
    const events = list.parse((await given('list_session_events', one))['data']);
    expect(events.map(({ to_status: to }) => to)).toContain('completed');
    expect(await given('list_checks', one)).toMatchObject({ session_id: id });

    const identity_id = text(session, 'identity_id');
    expect(await given('list_identities', { q: 'by-' })).toMatchObject({
      data: [{ id: identity_id }],
    });
    expect(await given('get_identity', { identity_id })).toMatchObject({ id: identity_id });
    const workflow_id = text(session, 'workflow_id');
    const workflows = list.parse((await given('list_workflows'))['data']);
    expect(workflows.map((workflow) => workflow['id'])).toContain(workflow_id);
    expect(await given('get_workflow', { workflow_id })).toMatchObject({ id: workflow_id });

    const { caseId } = await reviewed();
    expect(await given('list_cases', { status: 'open' })).toMatchObject({ data: [{ id: caseId }] });
    expect(await given('get_case', { case_id: caseId })).toMatchObject({ id: caseId });
  });
});

describe('a destructive one', () => {
  it('does nothing without a reason that is a code, and leaves no audit row', async () => {
    const { caseId } = await reviewed();
    for (const reason of [undefined, '', 'Because she told me so']) {
      const refused = await deciding.call('approve_case', { case_id: caseId, reason });
      expect(refused).toMatchObject({
        isError: true,
        body: { error: 'validation_failed', errors: [{ field: 'reason' }] },
      });
    }
    expect(await given('get_case', { case_id: caseId })).toMatchObject({ status: 'open' });
    expect(await audited('mcp.approve_case')).toEqual([]);
  });

  it.each([
    ['approve_case', 'approved', 'known_person'],
    ['reject_case', 'rejected', 'document_expired'],
  ])('%s decides, and stands in the audit log with its reason', async (name, status, reason) => {
    const { id, caseId } = await reviewed();
    await given(name, { case_id: caseId, reason }, deciding);
    expect(await given('get_case', { case_id: caseId })).toMatchObject({ status });
    expect(await given('get_session', { session_id: id })).toMatchObject({ status: 'completed' });
    const { key_id } = await given('whoami');
    expect(await audited(`mcp.${name}`)).toMatchObject([
      {
        actor: { kind: 'api_key', id: key_id },
        resource: { type: 'case', id: caseId },
        detail: { reason },
      },
    ]);
  });

  it('reprocess_session judges anew, and stands in the audit log with its reason', async () => {
    const session_id = text(await given('create_session'), 'id');
    await given('simulate_session', { session_id, action: 'approve' });
    const input = { session_id, reason: 'workflow_changed' };
    expect(await given('reprocess_session', input, deciding)).toMatchObject({ session_id });
    expect(await audited('mcp.reprocess_session')).toMatchObject([
      { resource: { type: 'session', id: session_id }, detail: { reason: 'workflow_changed' } },
    ]);
  });
});

describe('a key', () => {
  it.each([
    ['create_session', 'sessions:create', {}],
    ['simulate_session', 'sessions:write', { session_id: 'ses_any', action: 'approve' }],
    ['list_cases', 'cases:read', {}],
    ['list_identities', 'identities:read', {}],
    ['list_workflows', 'workflows:read', {}],
    ['list_checks', 'verifications:read', { session_id: 'ses_any' }],
    ['approve_case', 'cases:decide', { case_id: 'case_any', reason: 'known_person' }],
    ['reprocess_session', 'sessions:write', { session_id: 'ses_any', reason: 'wrong_scan' }],
  ])('%s is refused without %s', async (name, scope, input) => {
    const agent = await agentWith('sessions:read');
    expect(await agent.call(name, input)).toMatchObject({
      isError: true,
      body: { status_code: 403, error: 'missing_scope', scope },
    });
    await agent.client.close();
  });

  it('is told nothing personal without pii:export', async () => {
    const created = await given('create_session', {
      external_ref: 'planted-ref',
      metadata: { note: 'planted-note' },
      tags: ['planted-tag'],
      redirect_url: 'https://planted.example/done',
    });
    const session_id = text(created, 'id');
    await consent(linkAt(session_id, text(created, 'capture_url')));
    expect(await given('get_session', { session_id })).toHaveProperty('consent_ip');
    const { caseId } = await reviewed();
    const json = { text: 'She said her name is Plantedname' };
    await call('POST', `${api}/api/v1/cases/${caseId}/notes`, { key, json });
    expect(JSON.stringify(await given('get_case', { case_id: caseId }))).toContain('Plantedname');

    await given('simulate_session', { session_id, action: 'approve' });
    const identity_id = text(await given('get_session', { session_id }), 'identity_id');
    expect(await given('get_identity', { identity_id })).toMatchObject({
      external_ref: 'planted-ref',
    });

    const scopes = ['sessions:read', 'cases:read', 'verifications:read', 'identities:read'];
    const agent = await agentWith(...scopes);
    const answers = [
      await given('get_session', { session_id }, agent),
      await given('list_sessions', {}, agent),
      await given('list_session_events', { session_id }, agent),
      await given('list_checks', { session_id }, agent),
      await given('list_cases', {}, agent),
      await given('get_case', { case_id: caseId }, agent),
      await given('list_identities', {}, agent),
      await given('get_identity', { identity_id }, agent),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/planted|consent_ip|127\.0\.0\.1"/i);
    await agent.client.close();
  });
});

it('no client is let in with a key that is none', async () => {
  for (const wrong of ['', 'nonsense', `${key}x`]) {
    await expect(connectMcp(api, wrong)).rejects.toMatchObject({ code: 401 });
  }
});
