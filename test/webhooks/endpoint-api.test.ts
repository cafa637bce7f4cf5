import { Client } from 'pg';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { endpointSecrets } from '../../activities/webhooks/endpoint-secrets';
import { isId, newId } from '../../shared/domain/ids';
import { appendEvent } from '../../shared/outbox/append-event';
import { outboxChannel } from '../../shared/outbox/notice';
import { setApiStage, type ApiStage } from './api-stage';

let api: ApiStage;
const url = 'https://receiver.example.com/hook';
const endpoints = '/webhooks/endpoints';

beforeAll(async () => {
  api = await setApiStage();
});
afterAll(() => api.stop());

async function createEndpoint(body: Readonly<Record<string, unknown>> = {}) {
  const { status, body: created } = await api.call('POST', endpoints, { body: { url, ...body } });
  expect(status).toBe(201);
  const { id, secret } = created;
  if (typeof id !== 'string' || typeof secret !== 'string') throw new Error('no endpoint');
  return { id, secret, created };
}

function row(id: string) {
  if (!isId('webhookEndpoint', id)) throw new Error('not an endpoint id');
  return api.db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

describe('webhook endpoints', () => {
  test('are created with defaults and tell their secret once', async () => {
    const { id, secret, created } = await createEndpoint();
    expect(created).toMatchObject({
      url,
      label: null,
      description: null,
      enabled: true,
      enabled_events: ['*'],
      attribute_blocklist: [],
      api_version: '2026-01-01',
      key_inflection: 'snake',
      environment: 'live',
    });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const read = await api.call('GET', `${endpoints}/${id}`);
    expect(read.status).toBe(200);
    expect(read.body).not.toHaveProperty('secret');
    expect((await row(id)).secret_sealed.includes(Buffer.from(secret))).toBe(false);
  });

  test('are created once under one Idempotency-Key, with one secret', async () => {
    const headers = { 'Idempotency-Key': 'endpoint-1' };
    const one = await api.call('POST', endpoints, { body: { url }, headers });
    const two = await api.call('POST', endpoints, { body: { url }, headers });
    expect(two.body).toEqual(one.body);
  });

  test.each([
    ['url', { url: 'http://receiver.example.com/' }],
    ['url', { url: 'https://127.0.0.1/' }],
    ['url', { url: 'https://localhost/' }],
    ['url', { url: 'https://user:pass@receiver.example.com/' }],
    ['url', { url: 'https://receiver.example.com:22/' }],
    ['url', { url: 'nonsense' }],
    ['url', { url: 'https://receiver.example.com\\@other.example/' }],
    ['url', { url: 'https://receiver.example.com/ho\tok' }],
    ['url', { url: 7 }],
    ['enabled_events.1', { enabled_events: ['session.created', 'session.completed'] }],
    ['enabled_events', { enabled_events: [] }],
    ['key_inflection', { key_inflection: 'pascal' }],
    ['attribute_blocklist.0', { attribute_blocklist: ['a..b'] }],
    ['api_version', { api_version: '1999-01-01' }],
  ])('with a bad %s are refused naming it', async (field, body) => {
    const { status, body: refusal } = await api.call('POST', endpoints, { body: { url, ...body } });
    expect(status).toBe(422);
    expect(refusal).toMatchObject({ error: 'validation_failed', errors: [{ field }] });
  });

  test('are listed newest first, in pages', async () => {
    const { id: older } = await createEndpoint();
    const { id: newer } = await createEndpoint();
    const { body } = await api.call('GET', `${endpoints}?limit=2`);
    expect(body).toMatchObject({ data: [{ id: newer }, { id: older }], pagination: { limit: 2 } });
    const next = await api.call('GET', `${endpoints}?limit=1&offset=1`);
    expect(next.body).toMatchObject({ data: [{ id: older }], pagination: { offset: 1 } });
  });

  test('are changed field by field', async () => {
    const { id } = await createEndpoint({ label: 'first' });
    const { status, body } = await api.call('PATCH', `${endpoints}/${id}`, {
      body: { enabled_events: ['case.created', '*'], key_inflection: 'camel', label: null },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      url,
      label: null,
      enabled_events: ['*'],
      key_inflection: 'camel',
    });
    const refused = await api.call('PATCH', `${endpoints}/${id}`, {
      body: { url: 'https://10.0.0.1/' },
    });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'url' }] } });
  });

  test('that were disabled begin anew when enabled again', async () => {
    const { id } = await createEndpoint();
    if (!isId('webhookEndpoint', id)) throw new Error('not an endpoint id');
    await api.db
      .updateTable('webhook_endpoints')
      .set({ enabled: false, failed_in_a_row: 10, disabled_reason: 'failed_in_a_row' })
      .where('id', '=', id)
      .execute();
    const seen = await api.call('GET', `${endpoints}/${id}`);
    expect(seen.body).toMatchObject({ enabled: false, disabled_reason: 'failed_in_a_row' });
    const { body } = await api.call('PATCH', `${endpoints}/${id}`, { body: { enabled: true } });
    expect(body).toMatchObject({ enabled: true, disabled_reason: null });
    expect(await row(id)).toMatchObject({ failed_in_a_row: 0 });
  });

  test('are gone when deleted, secrets and all', async () => {
    const { id } = await createEndpoint();
    expect((await api.call('DELETE', `${endpoints}/${id}`)).status).toBe(204);
    expect((await api.call('GET', `${endpoints}/${id}`)).status).toBe(404);
    expect((await api.call('DELETE', `${endpoints}/${id}`)).status).toBe(404);
    expect((await row(id)).secret_sealed).toHaveLength(0);
  });

  test('that are disabled or deleted are told to the dispatchers, so that what is under way ends', async () => {
    const { id } = await createEndpoint();
    const listener = new Client({ connectionString: api.databaseUrl });
    await listener.connect();
    const told: (string | undefined)[] = [];
    listener.on('notification', ({ payload }) => told.push(payload));
    await listener.query(`LISTEN ${outboxChannel}`);
    await api.call('PATCH', `${endpoints}/${id}`, { body: { label: 'still there' } });
    await api.call('PATCH', `${endpoints}/${id}`, { body: { enabled: false } });
    await api.call('DELETE', `${endpoints}/${id}`);
    await listener.query('SELECT 1');
    await listener.end();
    expect(told).toEqual([id, id]);
  });

  test('are not sent what happened before the first of them was made', async () => {
    const stranger = await bootstrapOrganization(api.db, () => new Date());
    const owner = {
      id: null,
      organization_id: stranger.organizationId,
      environment: 'live',
    } as const;
    const append = (trx: typeof api.db, sequence: number) =>
      appendEvent(trx, owner, {
        type: 'identity.created',
        data: { identity_id: newId('identity'), identity_status: 'unverified' },
        sequence,
        at: new Date(),
      });
    const create = () => api.call('POST', endpoints, { key: stranger.liveKey, body: { url } });
    await append(api.db, 1);
    // One that is committed behind the endpoint comes to it.
    const open = await api.db.transaction().execute(async (trx) => {
      const id = await append(trx, 2);
      expect((await create()).status).toBe(201);
      return id;
    });
    const later = await append(api.db, 3);
    expect((await create()).status).toBe(201);
    const waiting = await api.db
      .selectFrom('outbox')
      .select('event_id')
      .where('organization_id', '=', stranger.organizationId)
      .orderBy('position')
      .execute();
    expect(waiting.map((one) => one.event_id)).toEqual([open, later]);
  });

  test("are not there for another environment's or organisation's key", async () => {
    const { id } = await createEndpoint();
    const stranger = await bootstrapOrganization(api.db, () => new Date());
    for (const key of [api.first.sandboxKey, stranger.liveKey]) {
      for (const [method, path] of [
        ['GET', ''],
        ['PATCH', ''],
        ['DELETE', ''],
        ['POST', '/rotate-secret'],
        ['POST', '/test'],
        ['GET', '/deliveries'],
      ] as const) {
        const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
        const answer = await api.call(method, `${endpoints}/${id}${path}`, { key, ...body });
        expect(answer.status).toBe(404);
      }
    }
  });

  test('need the scope', async () => {
    const { id } = await createEndpoint();
    await api.db
      .updateTable('api_keys')
      .set({ scopes: ['webhooks:read'] })
      .execute();
    try {
      expect((await api.call('GET', `${endpoints}/${id}`)).status).toBe(200);
      expect((await api.call('DELETE', `${endpoints}/${id}`)).status).toBe(403);
    } finally {
      await api.db
        .updateTable('api_keys')
        .set({ scopes: ['webhooks:read', 'webhooks:write'] })
        .execute();
    }
  });
});

describe("an endpoint's secret", () => {
  const secretsAt = async (id: string, at: Date): Promise<readonly string[]> =>
    endpointSecrets(api.keyring, await row(id), at);

  test('signs beside its successor for 24 hours after a rotation', async () => {
    const { id, secret } = await createEndpoint();
    const { status, body } = await api.call('POST', `${endpoints}/${id}/rotate-secret`, {
      body: {},
    });
    expect(status).toBe(200);
    expect(body.secret).not.toBe(secret);
    const inHours = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
    expect(await secretsAt(id, inHours(23.9))).toEqual([body.secret, secret]);
    expect(await secretsAt(id, inHours(24.1))).toEqual([body.secret]);
  });

  test('is done for at once when the rotation is immediate', async () => {
    const { id } = await createEndpoint();
    const { body } = await api.call('POST', `${endpoints}/${id}/rotate-secret`, {
      body: { immediate: true },
    });
    expect(await secretsAt(id, new Date())).toEqual([body.secret]);
  });
});

describe('a test event', () => {
  test('is put into the outbox for this endpoint, of the wished type', async () => {
    const { id } = await createEndpoint();
    const { status, body } = await api.call('POST', `${endpoints}/${id}/test`, {
      body: { event_type: 'case.created' },
    });
    expect(status).toBe(202);
    expect(body).toMatchObject({ endpoint_id: id, event_type: 'case.created', is_test: true });
    const event = await api.db
      .selectFrom('events')
      .selectAll()
      .where('is_test', '=', true)
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ id: body.event_id, type: 'case.created', environment: 'live' });
    expect(event.data).toEqual({ endpoint_id: id });
  });

  test('of an unknown type is refused, and so is one to a disabled endpoint', async () => {
    const { id } = await createEndpoint();
    const path = `${endpoints}/${id}/test`;
    const unknown = await api.call('POST', path, { body: { event_type: 'session.completed' } });
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ field: 'event_type' }] } });
    await api.call('PATCH', `${endpoints}/${id}`, { body: { enabled: false } });
    expect(await api.call('POST', path, { body: {} })).toMatchObject({
      status: 409,
      body: { error: 'endpoint_disabled' },
    });
  });
});
