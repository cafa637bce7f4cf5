import { sql } from 'kysely';
import { allRoutes } from '../../../services/api/routes';
import { isId, newId } from '../../../shared/domain/ids';
import { text, type Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { capturingSession } from '../capturing-session';
import { bodyFor } from '../route-bodies';
import { repeatsOfPeople } from '../users/repeats-of-people';
import { startApi, type RunningApi } from '../running-api';
import { withMinimumAge } from '../workflows/definitions';

let api: RunningApi;
let tables: readonly string[];
const says = { document_quality: { status: 'failed', reasons: ['blurred'] } } as const;
beforeAll(async () => {
  api = await startApi({ worker: true, says: { checks: says } });
  const { rows } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN
      ('idempotency', 'operation_effects', 'rate_windows') ORDER BY tablename`.execute(api.db);
  tables = rows.map(({ name }) => name);
});
afterAll(() => api.stop());

interface Wish {
  readonly path: string;
  readonly json?: unknown;
  readonly key?: string;
}

const v1 = '/api/v1';
const post = async (path: string, json: unknown = {}, key = api.liveKey): Promise<Answer> => {
  const answer = await api.ask('POST', `${v1}${path}`, { json, key });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer;
};
const made = async (path: string, json: unknown = {}): Promise<string> =>
  text((await post(path, json)).body, 'id');
const definition = withMinimumAge(21);
let number = 0;
const another = (): string => `made-up ${String((number += 1))}`;

const session = () => api.create({ external_ref: another() });
const tester = () => api.create({}, api.sandboxKey);
/** A sandbox session that came so far: it stays there by itself. */
async function simulated(action: string): Promise<string> {
  const id = await tester();
  await post(`/sessions/${id}/simulate`, { action }, api.sandboxKey);
  return id;
}
async function testersCase(): Promise<string> {
  const id = await simulated('needs_review');
  const { body } = await api.ask('GET', `${v1}/sessions/${id}`, { key: api.sandboxKey });
  return text(body, 'case_id');
}
async function judgedCase(): Promise<string> {
  const id = await capturingSession(api, ['id_front', 'selfie']);
  await post(`/sessions/${id}/submit`);
  return eventually('a case', async () => {
    const { body } = await api.ask('GET', `${v1}/sessions/${id}`);
    return body['status'] === 'under_review' ? text(body, 'case_id') : undefined;
  });
}
const identity = (external_ref = another()) => made('/identities', { external_ref });
const list = () => made('/lists', { name: another(), action: 'flag' });
const endpoint = () => made('/webhooks/endpoints', { url: 'https://receiver.example/hook' });
const apiKey = () => made('/api-keys', { label: another() });
const workflow = () => made('/workflows', { name: another(), definition });
async function user(): Promise<string> {
  const { organization_id } = await api.db
    .selectFrom('api_keys')
    .select('organization_id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const id = newId('user');
  const row = {
    id,
    organization_id,
    name: 'R.',
    role: 'reviewer' as const,
    created_at: new Date(),
  };
  await api.db.insertInto('users').values(row).execute();
  return id;
}
async function atGate(): Promise<string> {
  const id = await api.create();
  if (!isId('session', id)) throw new Error('no session');
  await api.temporal.workflow.getHandle(id).terminate('set up by the test');
  const { state } = await api.db
    .selectFrom('sessions')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const atGate = { ...state, status: 'awaiting_external', gate: 'credit_check' };
  await api.db
    .updateTable('sessions')
    .set({ status: 'awaiting_external', state: JSON.stringify(atGate), deadline_at: null })
    .where('id', '=', id)
    .execute();
  return id;
}
async function delivery(): Promise<string> {
  const endpointId = await endpoint();
  await session();
  const event = await api.db
    .selectFrom('events')
    .selectAll()
    .limit(1)
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow();
  if (!isId('webhookEndpoint', endpointId)) throw new Error('no endpoint');
  const id = newId('webhookDelivery');
  const at = new Date();
  await api.db
    .insertInto('webhook_deliveries')
    .values({
      id,
      organization_id: event.organization_id,
      environment: event.environment,
      event_id: event.id,
      endpoint_id: endpointId,
      session_id: event.session_id,
      event_type: event.type,
      status: 'failed',
      round: 1,
      started_round: 1,
      tries: 6,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}

const sandbox = async (id: Promise<string>, path: (id: string) => string, json?: unknown) => ({
  path: path(await id),
  ...(json === undefined ? {} : { json }),
  key: api.sandboxKey,
});
const live = async (id: Promise<string>, path: (id: string) => string, json?: unknown) => ({
  path: path(await id),
  ...(json === undefined ? {} : { json }),
});

/** A call of every route that changes something; a reason for one that no Idempotency-Key repeats. */
const repeats: Readonly<Record<string, (() => Promise<Wish>) | string>> = {
  'POST /api/v1/sessions/:id/documents': 'known again by its content',
  'PUT /api/v1/organization/logo': 'known again by its content',
  'DELETE /api/v1/organization/logo': () => Promise.resolve({ path: '/organization/logo' }),
  'POST /api/v1/sessions/:id/stream-token': 'signs a token and writes nothing',
  'POST /api/v1/cases/:id/preview': 'reads only',
  'POST /api/v1/sessions/search': 'reads only',
  'POST /api/v1/cases/search': 'reads only',
  'POST /api/v1/workflows/validate': 'reads only',
  'POST /api/v1/workflows/:id/dry-run': 'reads only',
  'POST /api/v1/sessions': () =>
    Promise.resolve({ path: '/sessions', json: { external_ref: another() } }),
  'PATCH /api/v1/sessions/:id': () =>
    live(session(), (id) => `/sessions/${id}`, { metadata: { a: 1 } }),
  'POST /api/v1/sessions/:id/tags/add': () =>
    live(session(), (id) => `/sessions/${id}/tags/add`, { tag: 'a' }),
  'POST /api/v1/sessions/:id/tags/remove': () =>
    live(session(), (id) => `/sessions/${id}/tags/remove`, { tag: 'a' }),
  'PUT /api/v1/sessions/:id/tags': () =>
    live(session(), (id) => `/sessions/${id}/tags`, { tags: ['a'] }),
  'POST /api/v1/sessions/:id/generate-one-time-link': () =>
    live(session(), (id) => `/sessions/${id}/generate-one-time-link`, {}),
  'POST /api/v1/sessions/:id/resend-invite': () =>
    live(api.create({ send_email: true, applicant_email: 'erika@mail.example' }), (id) => {
      return `/sessions/${id}/resend-invite`;
    }),
  'POST /api/v1/sessions/:id/resume': () => live(session(), (id) => `/sessions/${id}/resume`),
  'POST /api/v1/sessions/:id/expire': () => live(session(), (id) => `/sessions/${id}/expire`),
  'POST /api/v1/sessions/:id/submit': () =>
    live(capturingSession(api, ['id_front', 'selfie']), (id) => `/sessions/${id}/submit`),
  'POST /api/v1/sessions/:id/simulate': () =>
    sandbox(tester(), (id) => `/sessions/${id}/simulate`, { action: 'approve' }),
  'POST /api/v1/sessions/:id/external-decision': () =>
    live(atGate(), (id) => `/sessions/${id}/external-decision`, {
      decision: 'reject',
      metadata: { a: 1 },
    }),
  'POST /api/v1/sessions/:id/reprocess': () =>
    sandbox(simulated('approve'), (id) => `/sessions/${id}/reprocess`),
  'POST /api/v1/sessions/:id/resume-workflow': () =>
    sandbox(simulated('approve'), (id) => `/sessions/${id}/resume-workflow`, { step_index: 0 }),
  'DELETE /api/v1/sessions/:id/data': () => live(session(), (id) => `/sessions/${id}/data`),
  'POST /api/v1/sessions/bulk-redact': async () => ({
    path: '/sessions/bulk-redact',
    json: { session_ids: [await session(), await session()] },
  }),
  'PUT /api/v1/sessions/:id/legal-hold': () =>
    live(session(), (id) => `/sessions/${id}/legal-hold`, { reason_code: 'dispute' }),
  'DELETE /api/v1/sessions/:id/legal-hold': async () => {
    const id = await session();
    await api.ask('PUT', `${v1}/sessions/${id}/legal-hold`, { json: { reason_code: 'dispute' } });
    return { path: `/sessions/${id}/legal-hold`, json: {} };
  },
  'POST /api/v1/cases/next': async () => {
    await testersCase();
    await testersCase();
    return { path: '/cases/next', json: {}, key: api.sandboxKey };
  },
  'POST /api/v1/cases/:id/claim': () => sandbox(testersCase(), (id) => `/cases/${id}/claim`, {}),
  'POST /api/v1/cases/:id/release': () =>
    sandbox(testersCase(), (id) => `/cases/${id}/release`, {}),
  'POST /api/v1/cases/:id/assign': async () =>
    sandbox(testersCase(), (id) => `/cases/${id}/assign`, { assignee_id: await user() }),
  'PATCH /api/v1/cases/:id': () =>
    sandbox(testersCase(), (id) => `/cases/${id}`, { priority: 'high' }),
  'POST /api/v1/cases/:id/approve': () =>
    sandbox(testersCase(), (id) => `/cases/${id}/approve`, {}),
  'POST /api/v1/cases/:id/reject': () =>
    sandbox(testersCase(), (id) => `/cases/${id}/reject`, { reason: 'seen' }),
  'POST /api/v1/cases/:id/resubmit': () =>
    sandbox(testersCase(), (id) => `/cases/${id}/resubmit`, { pieces: ['selfie'] }),
  'POST /api/v1/cases/:id/escalate': () =>
    sandbox(testersCase(), (id) => `/cases/${id}/escalate`, { reason: 'unsure' }),
  'POST /api/v1/cases/:id/notes': () =>
    sandbox(testersCase(), (id) => `/cases/${id}/notes`, { text: 'seen' }),
  'PUT /api/v1/cases/:id/extracted-data': () =>
    live(judgedCase(), (id) => `/cases/${id}/extracted-data`, { fields: { last_name: 'OTHER' } }),
  'POST /api/v1/cases/:id/checks/:check/override': () =>
    live(judgedCase(), (id) => `/cases/${id}/checks/document_quality/override`, {
      passed: true,
      reason: 'seen',
    }),
  'POST /api/v1/identities': () => Promise.resolve({ path: '/identities', json: { tags: ['a'] } }),
  'PATCH /api/v1/identities/:id': () =>
    live(identity(), (id) => `/identities/${id}`, { metadata: { a: 1 } }),
  'POST /api/v1/identities/:id/tags/add': () =>
    live(identity(), (id) => `/identities/${id}/tags/add`, { tag: 'a' }),
  'POST /api/v1/identities/:id/tags/remove': () =>
    live(identity(), (id) => `/identities/${id}/tags/remove`, { tag: 'a' }),
  'PUT /api/v1/identities/:id/tags': () =>
    live(identity(), (id) => `/identities/${id}/tags`, { tags: ['a'] }),
  'POST /api/v1/identities/:id/archive': () =>
    live(identity(), (id) => `/identities/${id}/archive`),
  'POST /api/v1/identities/:id/restore': async () => {
    const id = await identity();
    await post(`/identities/${id}/archive`);
    return { path: `/identities/${id}/restore` };
  },
  'POST /api/v1/identities/:id/merge': async () =>
    live(identity(), (id) => `/identities/${id}/merge`, { source: await identity() }),
  'DELETE /api/v1/identities/:id/data': () => live(identity(), (id) => `/identities/${id}/data`),
  'POST /api/v1/workflows': () =>
    Promise.resolve({ path: '/workflows', json: { name: another(), definition } }),
  'PATCH /api/v1/workflows/:id': () => live(workflow(), (id) => `/workflows/${id}`, { definition }),
  'POST /api/v1/workflows/:id/set-default': () =>
    live(workflow(), (id) => `/workflows/${id}/set-default`),
  'POST /api/v1/workflows/:id/deactivate': () =>
    live(workflow(), (id) => `/workflows/${id}/deactivate`),
  'POST /api/v1/workflows/:id/trigger': async () => {
    const decided = await api.create();
    await api.ask('POST', `${v1}/sessions/${decided}/expire`);
    const id = await judgedCase();
    await post(`/cases/${id}/approve`);
    const { body } = await api.ask('GET', `${v1}/cases/${id}`);
    return live(workflow(), (own) => `/workflows/${own}/trigger`, {
      session_id: body['session_id'],
    });
  },
  'POST /api/v1/lists': () =>
    Promise.resolve({ path: '/lists', json: { name: another(), action: 'flag' } }),
  'PATCH /api/v1/lists/:id': () => live(list(), (id) => `/lists/${id}`, { name: another() }),
  'DELETE /api/v1/lists/:id': () => live(list(), (id) => `/lists/${id}`),
  'POST /api/v1/lists/:id/items': () =>
    live(list(), (id) => `/lists/${id}/items`, { items: [{ kind: 'country', value: 'NL' }] }),
  'DELETE /api/v1/lists/:id/items/:itemId': async () => {
    const id = await list();
    const { body } = await post(
      `/lists/${id}/items`,
      bodyFor({
        method: 'POST',
        path: '/api/v1/lists/:id/items',
      }),
    );
    return { path: `/lists/${id}/items/${String(body['item_ids'])}` };
  },
  'POST /api/v1/api-keys': () => Promise.resolve({ path: '/api-keys', json: { label: another() } }),
  'PATCH /api/v1/api-keys/:id': () =>
    live(apiKey(), (id) => `/api-keys/${id}`, { label: another() }),
  'POST /api/v1/api-keys/:id/clone': () => live(apiKey(), (id) => `/api-keys/${id}/clone`),
  'POST /api/v1/api-keys/:id/expire': () => live(apiKey(), (id) => `/api-keys/${id}/expire`),
  ...repeatsOfPeople(() => api),
  'POST /api/v1/webhooks/endpoints': () =>
    Promise.resolve({ path: '/webhooks/endpoints', json: { url: 'https://receiver.example/' } }),
  'PATCH /api/v1/webhooks/endpoints/:id': () =>
    live(endpoint(), (id) => `/webhooks/endpoints/${id}`, { label: another() }),
  'DELETE /api/v1/webhooks/endpoints/:id': () =>
    live(endpoint(), (id) => `/webhooks/endpoints/${id}`),
  'POST /api/v1/webhooks/endpoints/:id/rotate-secret': () =>
    live(endpoint(), (id) => `/webhooks/endpoints/${id}/rotate-secret`, {}),
  'POST /api/v1/webhooks/endpoints/:id/test': () =>
    live(endpoint(), (id) => `/webhooks/endpoints/${id}/test`, { event_type: 'session.approved' }),
  'POST /api/v1/webhooks/endpoints/:id/replay': () =>
    live(endpoint(), (id) => `/webhooks/endpoints/${id}/replay`, { since: '2026-01-01T00:00:00Z' }),
  'POST /api/v1/webhooks/deliveries/:id/retry': () =>
    live(delivery(), (id) => `/webhooks/deliveries/${id}/retry`),
  'PATCH /api/v1/organization': () =>
    Promise.resolve({ path: '/organization', json: { settings: { token_minutes: 30 } } }),
};

/** Rows of every table but those that count requests and know repeats, in one statement. */
async function rowCounts(): Promise<Readonly<Record<string, string>>> {
  const counts = tables.map(
    (name) => sql`SELECT ${sql.lit(name)} AS name, count(*) AS count FROM ${sql.table(name)}`,
  );
  const { rows } = await sql<{ name: string; count: string }>`
    ${sql.join(counts, sql` UNION ALL `)}`.execute(api.db);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** What the workflow still does after the answer is the first call's, too. */
async function settled(): Promise<Readonly<Record<string, string>>> {
  let before = await rowCounts();
  return eventually('no more rows', async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = await rowCounts();
    const isQuiet = JSON.stringify(now) === JSON.stringify(before);
    before = now;
    return isQuiet ? now : undefined;
  });
}

/** The holder dies behind its effect's commit and before its answer is stored. */
async function holderDies(): Promise<void> {
  await api.db
    .updateTable('idempotency')
    .set({ status_code: null, answer_sealed: null, lease_until: new Date(0) })
    .execute();
}

const untimed = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'at some time'));

const routes = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).filter((route) => route.scopes !== null && route.method !== 'GET');

it.each(routes.map(({ method, path }) => [`${method} ${path}`, method] as const))(
  '%s: the same answer, and nothing twice',
  async (name, method) => {
    const wish = repeats[name];
    if (wish === undefined) throw new Error(`${name}: what does a repeat of it answer?`);
    if (typeof wish === 'string') return;
    const { path, json, key = api.liveKey } = await wish();
    const ask = () =>
      api.ask(method, `${v1}${path}`, {
        ...(json === undefined ? {} : { json }),
        key,
        headers: { 'Idempotency-Key': name },
      });
    const first = await ask();
    if (first.status >= 300) throw new Error(`${path}: ${JSON.stringify(first.body)}`);
    const rows = await settled();
    await holderDies();
    const again = await ask();
    expect({ status: again.status, body: untimed(again.body) }).toEqual({
      status: first.status,
      body: untimed(first.body),
    });
    expect(await settled()).toEqual(rows);
    expect(again.headers.get('idempotent-replayed')).toBeNull();
  },
);
