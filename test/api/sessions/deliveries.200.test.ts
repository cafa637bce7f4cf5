import { newId, type SessionId, type WebhookEndpointId, isId } from '../../../shared/domain/ids';
import { text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
let session: SessionId;
beforeAll(async () => {
  api = await startApi();
  session = await created();
});
afterAll(() => api.stop());

async function created(): Promise<SessionId> {
  const id = await api.create();
  if (!isId('session', id)) throw new Error('no session');
  return id;
}

async function endpoint(name: string): Promise<WebhookEndpointId> {
  const made = await api.ask('POST', '/api/v1/webhooks/endpoints', {
    json: { url: `https://${name}.example/hook` },
  });
  const id = text(made.body, 'id');
  if (!isId('webhookEndpoint', id)) throw new Error('no endpoint');
  return id;
}

async function delivered(to: WebhookEndpointId, of: SessionId, at: Date): Promise<string> {
  const { id: eventId } = await api.db
    .selectFrom('events')
    .select('id')
    .where('session_id', '=', of)
    .executeTakeFirstOrThrow();
  const { organization_id } = await api.db
    .selectFrom('sessions')
    .select('organization_id')
    .where('id', '=', of)
    .executeTakeFirstOrThrow();
  const id = newId('webhookDelivery');
  await api.db
    .insertInto('webhook_deliveries')
    .values({
      id,
      organization_id,
      environment: 'live',
      event_id: eventId,
      endpoint_id: to,
      session_id: of,
      event_type: 'session.created',
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

it("lists one session's deliveries to all endpoints, newest first, and no other's", async () => {
  const [one, two] = [await endpoint('one'), await endpoint('two')];
  const older = await delivered(one, session, new Date('2026-05-01'));
  const newer = await delivered(two, session, new Date('2026-05-02'));
  await delivered(one, await created(), new Date('2026-05-03'));
  const { status, body } = await api.ask('GET', `/api/v1/sessions/${session}/deliveries?after=`);
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      data: [
        { id: newer, endpoint_id: two, session_id: session, status: 'failed', tries: [] },
        { id: older, endpoint_id: one, session_id: session },
      ],
      pagination: { next: null },
    },
  });
});

it("404 for another environment's session, 403 without webhooks:read", async () => {
  const path = `/api/v1/sessions/${session}/deliveries`;
  expect((await api.ask('GET', path, { key: api.sandboxKey })).status).toBe(404);
  const made = await api.ask('POST', '/api/v1/api-keys', {
    json: { label: 'reads', scopes: ['sessions:read'] },
  });
  expect((await api.ask('GET', path, { key: text(made.body, 'key') })).status).toBe(403);
});
