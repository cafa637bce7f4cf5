import { z } from 'zod';
import { createClient, VerifaApiError, type Client } from '../../services/client/src/index';
import { startApi, type RunningApi } from '../api/running-api';

/** The client against the real API: nothing here speaks HTTP by itself. */
let api: RunningApi;
let client: Client;
beforeAll(async () => {
  api = await startApi({ worker: true });
  client = createClient({ baseUrl: api.url, apiKey: api.sandboxKey });
});
afterAll(() => api.stop());

const session = z.object({ id: z.string(), status: z.string() });
const idOf = (created: unknown): string => session.parse(created).id;

it('create → link → simulate → over → result', async () => {
  const id = idOf(await client.sessions.create({ external_ref: 'customer-1' }));
  expect(await client.sessions.generateOneTimeLink(id)).toMatchObject({ session_id: id });
  expect(await client.sessions.simulate(id, 'approve')).toMatchObject({ status: 'completed' });
  expect(await client.sessions.waitUntilOver(id, { intervalMs: 50 })).toMatchObject({
    id,
    external_ref: 'customer-1',
    status: 'completed',
  });
  expect(await client.sessions.result(id)).toMatchObject({ session_id: id, status: 'approved' });
});

it('a wait ends at the statuses that it was given, and says where the session stood', async () => {
  const id = idOf(await client.sessions.create({}));
  const ended = client.sessions.waitUntilOver(id, {
    intervalMs: 20,
    signal: AbortSignal.timeout(1_000),
  });
  await expect(ended).rejects.toMatchObject({ name: 'WaitEndedError', lastStatus: 'pending' });
  await client.sessions.simulate(id, 'require-review');
  const orAt = ['under_review'] as const;
  const session = await client.sessions.waitUntilOver(id, { intervalMs: 20, orAt });
  expect(session).toMatchObject({ id, status: 'under_review' });
});

it('a refusal names its code, its fields and the request', async () => {
  const refused = client.sessions.create({ expires_in_minutes: 0, country: 'Atlantis' });
  await expect(refused).rejects.toBeInstanceOf(VerifaApiError);
  const error = await refused.catch((caught: unknown) => caught);
  if (!(error instanceof VerifaApiError)) throw new Error('no refusal');
  expect(error).toMatchObject({ status: 422, code: 'validation_failed', retryable: false });
  expect(error.fieldErrors.map(({ field }) => field).sort()).toEqual([
    'country',
    'expires_in_minutes',
  ]);
  expect(error.requestId).not.toBeNull();
});

it('what is not there is a refusal too, and a wrong key another', async () => {
  await expect(client.sessions.retrieve('ses_none')).rejects.toMatchObject({
    status: 404,
    code: 'not_found',
  });
  const stranger = createClient({ baseUrl: api.url, apiKey: 'vk_sandbox_nobody' });
  await expect(stranger.sessions.retrieve('ses_none')).rejects.toMatchObject({ status: 401 });
});

it('one Idempotency-Key makes one session, however often it is sent', async () => {
  const options = { idempotencyKey: 'order-7' };
  const first = idOf(await client.sessions.create({ external_ref: 'once' }, options));
  expect(idOf(await client.sessions.create({ external_ref: 'once' }, options))).toBe(first);
  await expect(client.sessions.create({ external_ref: 'other' }, options)).rejects.toMatchObject({
    code: 'idempotency_mismatch',
  });
});

it('goes through all pages of the sessions, each session once and the newest first', async () => {
  const created: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    created.unshift(idOf(await client.sessions.create({ tags: ['paged'] })));
  }
  const seen: string[] = [];
  for await (const one of client.sessions.list({ tag: 'paged', limit: 2 })) seen.push(idOf(one));
  expect(seen).toEqual(created);
});

it('goes through the event feed to its end, and through lists without cursors', async () => {
  const id = idOf(await client.sessions.create({}));
  const events: unknown[] = [];
  for await (const event of client.pages('GET /api/v1/events/feed', { query: { limit: 2 } })) {
    events.push(event);
  }
  expect(events).toContainEqual(
    expect.objectContaining({ event: 'session.created', session_id: id }),
  );
  const workflows: unknown[] = [];
  for await (const one of client.pages('GET /api/v1/workflows', { query: { limit: 1 } })) {
    workflows.push(one);
  }
  expect(workflows).toContainEqual(
    expect.objectContaining({ id: api.documentAndSelfieOf(api.sandboxKey) }),
  );
});

it('sends what is no JSON, and gives the answer itself where it is none', async () => {
  const list = await client.request('POST /api/v1/lists', {
    body: { name: 'Known frauds', action: 'flag' },
  });
  const { id } = z.object({ id: z.string() }).parse(list);
  const upload = { type: 'text/csv', bytes: 'email\na@b.example\n' };
  await client.request('POST /api/v1/lists/{id}/items', { params: { id }, upload });
  const response = await client.send('GET /api/v1/lists/{id}/items', {
    params: { id },
    accept: 'text/csv',
  });
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect(await response.text()).toContain('a@b.example');
});

it('uploads a document as a form', async () => {
  const id = idOf(await client.sessions.create({}));
  const upload = new FormData();
  upload.append('document_type', 'id_front');
  upload.append('file', new Blob(['no picture']), 'passport.jpg');
  // That the file's content is looked at tells that form and file arrived.
  await expect(
    client.request('POST /api/v1/sessions/{id}/documents', { params: { id }, upload }),
  ).rejects.toMatchObject({ code: 'unsupported_file_type' });
});
