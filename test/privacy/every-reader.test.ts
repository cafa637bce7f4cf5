import sharp from 'sharp';
import { z } from 'zod';
import { allRoutes } from '../../services/api/routes';
import type { Route } from '../../services/api/http/route';
import { sealJson } from '../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../shared/crypto/session-key';
import { isId, newId, type SessionId } from '../../shared/domain/ids';
import { signalNames } from '../../shared/domain/risk/signal-catalogue';
import { connectMcp } from '../api/mcp/mcp-client';
import { startApi, type RunningApi } from '../api/running-api';
import { call, file, text, type Answer } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { dumpDatabase, found } from './stored-places';

/** What is about the person: nobody reads it once the first step of retention is over. */
const hidden = {
  last_name: 'HIDDENLASTNAME',
  first_name: 'HIDDENFIRSTNAME',
  document_number: 'HIDDEN00T47',
  corrected: 'HIDDENCORRECTION',
  known_field: 'hidden known field',
  applicant: 'hidden.applicant@example.org',
  note: 'hidden note of a reviewer',
  reason: 'hidden reason of a reviewer',
  evidence: 'hidden evidence of a signal',
  hit: 'HIDDEN NAME OF A LIST',
  receivers_answer: 'hidden answer of a receiver',
  consent_address: '203.0.113.77',
} as const;
/** The integrator's own words: until the last step. */
const own = {
  external_ref: 'own-reference-71c2',
  metadata: 'own-metadata-5d0b',
  tag: 'own-tag-91ee',
  redirect: 'own-redirect-c41d',
} as const;

/** Their answers are no one session's, or never end. */
const notRead: readonly string[] = ['GET /api/v1/sessions/:id/stream', 'GET /api/v1/cases/stream'];

const routes = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).filter(({ method, path }) => method === 'GET' && !notRead.includes(`GET ${path}`));

let api: RunningApi;
let ids: Readonly<Record<string, string>>;
let token: string;
let documentUrl: string;
let session: SessionId;
const readBefore: Record<string, string> = {};

const send = async (method: string, path: string, json?: unknown): Promise<Answer> => {
  const answer = await api.ask(method, `/api/v1/${path}`, json === undefined ? {} : { json });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer;
};

beforeAll(async () => {
  api = await startApi({
    worker: true,
    says: {
      checks: { document_quality: { status: 'failed', reasons: ['blurred'] } },
      fields: {
        document_type: 'passport',
        document_issuing_state: 'D',
        last_name: hidden.last_name,
        first_name: hidden.first_name,
        document_number: hidden.document_number,
        nationality: 'D',
        date_of_birth: '1964-08-12',
        gender: 'female',
        document_expiration_date: '2035-01-01',
      },
    },
  });
  await send('PATCH', 'organization', {
    settings: { webhook_pii_fields: ['first_name', 'last_name', 'document_number'] },
  });
  const endpoint = await send('POST', 'webhooks/endpoints', { url: 'https://receiver.example/h' });
  const created = await send('POST', 'sessions', {
    external_ref: own.external_ref,
    metadata: { note: own.metadata },
    tags: [own.tag],
    redirect_url: `https://integrator.example/${own.redirect}`,
    fields: { nickname: hidden.known_field },
    applicant_email: hidden.applicant,
  });
  const id = text(created.body, 'id');
  if (!isId('session', id)) throw new Error('no session');
  session = id;
  const link = text(created.body, 'capture_url');
  token = link.slice(link.lastIndexOf('/') + 1);
  for (const kind of ['id_front', 'selfie']) await upload(kind);
  await api.db
    .updateTable('sessions')
    .set({ consent_ip: hidden.consent_address, consent_at: new Date() })
    .where('id', '=', id)
    .execute();
  await send('POST', `sessions/${id}/submit`);
  await reached('under_review');
  const caseId = text((await send('GET', `sessions/${id}`)).body, 'case_id');
  await send('POST', `cases/${caseId}/notes`, { text: hidden.note });
  await send('PUT', `cases/${caseId}/extracted-data`, { fields: { last_name: hidden.corrected } });
  await reached('under_review');
  await send('POST', `cases/${caseId}/reject`, { reason: hidden.reason });
  await reached('completed');
  await plantEvidence();
  const delivery = await plantDelivery(text(endpoint.body, 'id'));
  const [picture] = z
    .array(z.object({ id: z.string(), url: z.string() }))
    .parse((await send('GET', `sessions/${id}/documents`)).body['data']);
  documentUrl = picture?.url ?? '';
  const list = await send('POST', 'lists', { name: 'a list', action: 'flag' });
  const apiKey = await send('POST', 'api-keys', { label: 'another' });
  const colleague = { email: 'colleague@example.org', name: 'C.', role: 'reviewer' };
  const user = await send('POST', 'users', colleague);
  ids = {
    sessions: id,
    results: id,
    cases: caseId,
    identities: text((await send('GET', `identities/${own.external_ref}`)).body, 'id'),
    workflows: api.documentAndSelfieId,
    endpoints: text(endpoint.body, 'id'),
    'webhook-keys': text(endpoint.body, 'id'),
    deliveries: delivery,
    lists: text(list.body, 'id'),
    'api-keys': text(apiKey.body, 'id'),
    documents: picture?.id ?? '',
    users: text(user.body, 'id'),
  };
});
afterAll(() => api.stop());

async function upload(kind: string): Promise<void> {
  const picture = await sharp({
    create: {
      width: 1200,
      height: 900,
      channels: 3,
      background: kind === 'selfie' ? 'red' : 'blue',
    },
  })
    .jpeg()
    .toBuffer();
  const answer = await call('POST', `${api.url}/api/v1/sessions/${session}/documents`, {
    key: api.liveKey,
    form: file(picture, 'picture.jpg', { document_type: kind }),
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
}

async function reached(status: string): Promise<void> {
  await eventually(`session ${status}`, async () =>
    (await send('GET', `sessions/${session}`)).body['status'] === status ? true : undefined,
  );
}

/** What the scripted checks do not write, as the real ones seal it. */
async function plantEvidence(): Promise<void> {
  const row = await api.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
  const key = keyToWork(api.keyring, row);
  const [signal] = signalNames;
  if (signal === undefined) throw new Error('no signal');
  const owned = { organization_id: row.organization_id, environment: row.environment };
  await api.db.deleteFrom('risk_assessments').where('session_id', '=', session).execute();
  await api.db
    .insertInto('risk_assessments')
    .values({
      ...owned,
      session_id: session,
      attempt: row.attempt,
      score: 10,
      level: 'low',
      blocked_by: null,
      signals: JSON.stringify([{ signal, category: 'network', weight: 10, action: 'flag' }]),
      not_evaluated: [],
      evidence_sealed: sealJson(key, sealContext.riskEvidence(session, row.attempt), {
        [signal]: { seen: hidden.evidence },
      }),
      evaluated_at: new Date(),
    })
    .execute();
  const run = await api.db
    .selectFrom('check_runs')
    .select('id')
    .where('session_id', '=', session)
    .where('check', '=', 'watchlist_screening')
    .executeTakeFirstOrThrow();
  const hit = {
    source: 'un',
    entry_id: '1',
    name: hidden.hit,
    matched_name: hidden.hit,
    is_alias: false,
    quality: 'strong',
    similarity: 0.9,
    birth: 'unknown',
    births: [],
    programs: [],
    countries: [],
    list_published_on: null,
  };
  await api.db
    .updateTable('check_runs')
    .set({
      evidence_sealed: sealJson(key, sealContext.evidence(run.id), { lists: [], hits: [hit] }),
    })
    .where('id', '=', run.id)
    .execute();
}

/** A receiver that says back what it was sent. */
async function plantDelivery(endpointId: string): Promise<string> {
  const event = await api.db
    .selectFrom('events')
    .selectAll()
    .where('session_id', '=', session)
    .limit(1)
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
      session_id: session,
      event_type: event.type,
      status: 'delivered',
      round: 1,
      started_round: 1,
      tries: 1,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(['event_id', 'endpoint_id']).doNothing())
    .execute();
  await api.db
    .insertInto('webhook_tries')
    .values({
      delivery_id: id,
      round: 1,
      try_number: 1,
      status_code: 200,
      error_code: null,
      duration_ms: 1,
      answer: hidden.receivers_answer,
      at,
    })
    .execute();
  return id;
}

function pathOf({ path }: Route): string {
  if (path.endsWith('/documents/:doc_type'))
    return new URL(documentUrl).pathname + new URL(documentUrl).search;
  const filled = path
    .replace(/\/([a-z-]+)\/:id/, (whole, kind: string) =>
      ids[kind] === undefined ? whole : `/${kind}/${ids[kind]}`,
    )
    .replace(':token', token)
    .replace(':name', 'none')
    .replace(':check', 'age')
    .replace(':version', '1');
  if (filled.includes(':')) throw new Error(`${path}: what it names is not made here`);
  return filled;
}

/** Every GET there is and every reading tool, and what each says. */
async function readAll(): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const route of routes) {
    const response = await fetch(`${api.url}${pathOf(route)}`, {
      headers: { 'X-API-Key': api.liveKey },
    });
    answers[`GET ${route.path}`] = `${String(response.status)} ${await response.text()}`;
  }
  const mcp = await connectMcp(api.url, api.liveKey);
  const { tools } = await mcp.client.listTools();
  for (const { name, annotations, inputSchema } of tools) {
    if (annotations?.readOnlyHint !== true) continue;
    const given: Readonly<Record<string, unknown>> = {
      session_id: ids['sessions'],
      case_id: ids['cases'],
      identity_id: ids['identities'],
      workflow_id: ids['workflows'],
    };
    const needed = Object.keys(inputSchema.properties ?? {}).filter((field) => field in given);
    for (const field of inputSchema.required ?? []) {
      if (!(field in given)) throw new Error(`${name}: ${field} is not made here`);
    }
    const said = await mcp.call(
      name,
      Object.fromEntries(needed.map((field) => [field, given[field]])),
    );
    answers[`tool ${name}`] = JSON.stringify(said);
  }
  await mcp.client.close();
  return answers;
}

/** Where each value stands: an empty list is nowhere. */
function places(
  answers: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Object.entries(answers).flatMap(([where, said]) =>
        found(said, { value }).length > 0 ? [where] : [],
      ),
    ]),
  );
}

function nowhere(values: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.keys(values).map((name) => [name, []]));
}

async function move(type: 'hide_data' | 'end_retention'): Promise<void> {
  const row = await api.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
  await api.sessions.send(row, {
    event: { type },
    actor: { kind: 'system', id: null },
    requestId: type,
  });
}

test('before: every value is read somewhere, so that the search finds what there is', async () => {
  Object.assign(readBefore, await readAll());
  for (const [name, where] of Object.entries(places(readBefore, { ...hidden, ...own }))) {
    // What was read before its correction stands in no answer.
    if (name !== 'last_name')
      expect({ name, found: where.length > 0 }).toEqual({ name, found: true });
  }
  expect(readBefore['GET /api/v1/sessions/:id/documents/:doc_type']?.slice(0, 3)).toBe('200');
});

test('after the first step: nothing about the person in any answer, the integrator’s own in as many', async () => {
  await move('hide_data');
  const after = await readAll();
  expect(places(after, hidden)).toEqual(nowhere(hidden));
  const stays = places(readBefore, own);
  expect(places(after, own)).toEqual(stays);
  expect(after['GET /api/v1/sessions/:id/documents/:doc_type']?.slice(0, 3)).toBe('410');
});

test('after the last step: nothing of anybody in any answer, and in no row', async () => {
  await move('end_retention');
  const after = await readAll();
  expect(places(after, { ...hidden, ...own })).toEqual(nowhere({ ...hidden, ...own }));
  expect(found(await dumpDatabase(api.db), { ...hidden, ...own })).toEqual([]);
});
