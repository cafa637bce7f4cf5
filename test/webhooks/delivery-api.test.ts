import { z } from 'zod';
import { isId, newId } from '../../shared/domain/ids';
import { webhookEventTypes } from '../../shared/domain/lifecycle/webhook-events';
import { setApiStage, type ApiStage } from './api-stage';

let api: ApiStage;
const endpoints = '/webhooks/endpoints';

beforeAll(async () => {
  api = await setApiStage();
});
afterAll(() => api.stop());

async function createEndpoint(): Promise<{ id: string }> {
  const body = { url: 'https://receiver.example.com/hook' };
  const created = await api.call('POST', endpoints, { body });
  const { id } = created.body;
  if (typeof id !== 'string') throw new Error('no endpoint');
  return { id };
}

describe('deliveries', () => {
  async function seedDelivery(
    endpointId: string,
    status: 'pending' | 'delivered' | 'failed' | 'held',
  ) {
    if (!isId('webhookEndpoint', endpointId)) throw new Error('not an endpoint id');
    const [event, delivery] = [newId('event'), newId('webhookDelivery')];
    const common = {
      organization_id: api.first.organizationId,
      environment: 'live' as const,
      session_id: null,
      created_at: new Date(),
    };
    const type = status === 'failed' ? 'session.declined' : 'session.approved';
    await api.db
      .insertInto('events')
      .values({ ...common, id: event, type, sequence: 0, data: '{}', is_test: true })
      .execute();
    await api.db
      .insertInto('webhook_deliveries')
      .values({
        ...common,
        id: delivery,
        event_id: event,
        endpoint_id: endpointId,
        event_type: type,
        status,
        round: 1,
        started_round: status === 'held' ? 0 : 1,
        tries: 1,
        updated_at: new Date(),
      })
      .execute();
    await api.db
      .insertInto('webhook_tries')
      .values({
        delivery_id: delivery,
        round: 1,
        try_number: 1,
        status_code: 500,
        error_code: 'status_not_2xx',
        duration_ms: 12,
        answer: 'no',
        at: new Date(),
      })
      .execute();
    return delivery;
  }

  test('are told one by one with their tries and the request, whose body is signed as it stands', async () => {
    const { id } = await createEndpoint();
    const delivery = await seedDelivery(id, 'failed');
    const { status, body } = await api.call('GET', `/webhooks/deliveries/${delivery}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: delivery,
      tries: [{ status_code: 500, answer: 'no' }],
      request: {
        method: 'POST',
        url: 'https://receiver.example.com/hook',
        headers: {
          'Content-Type': 'application/json',
          'X-Verifa-Delivery-Id': delivery,
          'webhook-id': body['event_id'],
        },
      },
    });
    const { request } = z.object({ request: z.object({ body: z.string() }) }).parse(body);
    expect(JSON.parse(request.body)).toMatchObject({
      event: 'session.declined',
      id: body['event_id'],
    });
    expect(JSON.stringify(body)).not.toContain('whsec_');
  });

  test.each(['whd_unknown', newId('webhookDelivery'), newId('session')])(
    'there is none of the id %s',
    async (id) => {
      expect((await api.call('GET', `/webhooks/deliveries/${id}`)).status).toBe(404);
    },
  );

  test('are listed newest first with every try, by status and by type', async () => {
    const { id } = await createEndpoint();
    const failed = await seedDelivery(id, 'failed');
    const delivered = await seedDelivery(id, 'delivered');
    const list = async (query: string) =>
      (await api.call('GET', `${endpoints}/${id}/deliveries${query}`)).body;
    expect(await list('')).toMatchObject({
      data: [{ id: delivered }, { id: failed }],
      pagination: { total: 2 },
    });
    expect(await list('?status=failed')).toMatchObject({
      data: [
        {
          id: failed,
          tries: [{ try: 1, status_code: 500, duration_ms: 12, answer: 'no', round: 1 }],
        },
      ],
      pagination: { total: 1 },
    });
    expect(await list('?event_type=session.approved')).toMatchObject({ data: [{ id: delivered }] });
    expect(await list('?status=lost')).toMatchObject({ errors: [{ field: 'status' }] });
  });

  test.each([
    ['failed', 2],
    ['delivered', 2],
    ['held', 1],
  ] as const)('that are %s can be tried again by hand', async (status, round) => {
    const { id } = await createEndpoint();
    const delivery = await seedDelivery(id, status);
    const { status: code, body } = await api.call('POST', `/webhooks/deliveries/${delivery}/retry`);
    expect(code).toBe(202);
    expect(body).toMatchObject({ id: delivery, status: 'pending', round });
    const again = await api.call('POST', `/webhooks/deliveries/${delivery}/retry`);
    expect(again).toMatchObject({ status: 409, body: { error: 'delivery_pending' } });
  });

  test('of a disabled endpoint and unknown ones cannot', async () => {
    const { id } = await createEndpoint();
    const delivery = await seedDelivery(id, 'held');
    await api.call('PATCH', `${endpoints}/${id}`, { body: { enabled: false } });
    expect(await api.call('POST', `/webhooks/deliveries/${delivery}/retry`)).toMatchObject({
      status: 409,
      body: { error: 'endpoint_disabled' },
    });
    for (const unknown of [newId('webhookDelivery'), 'nonsense']) {
      expect((await api.call('POST', `/webhooks/deliveries/${unknown}/retry`)).status).toBe(404);
    }
    const key = api.first.sandboxKey;
    expect((await api.call('POST', `/webhooks/deliveries/${delivery}/retry`, { key })).status).toBe(
      404,
    );
  });

  test('come in the published types', async () => {
    const { body } = await api.call('GET', '/webhooks/event-types');
    expect(body).toEqual({ data: [...webhookEventTypes] });
  });
});
