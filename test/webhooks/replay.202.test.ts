import { newId, type EventId, type WebhookEndpointId } from '../../shared/domain/ids';
import { dispatchEvents } from '../../activities/webhooks/outbox';
import type { WebhookDeliveryRow } from '../../shared/database/schema';
import { setApiStage, type ApiStage } from './api-stage';
import { seedEndpoint, type Owner } from './seed';

let api: ApiStage;
let owner: Owner;
beforeAll(async () => {
  api = await setApiStage();
  owner = { organizationId: api.first.organizationId, workflowId: newId('workflow') };
});
afterAll(() => api.stop());

const hour = 3_600_000;
const start = new Date('2026-03-01T00:00:00.000Z');
const at = (hours: number): Date => new Date(start.getTime() + hours * hour);

async function fire(when: Date, type: 'session.approved' | 'session.declined'): Promise<EventId> {
  const id = newId('event');
  await api.db
    .insertInto('events')
    .values({
      id,
      organization_id: owner.organizationId,
      environment: 'live',
      session_id: null,
      type,
      sequence: 1,
      data: '{}',
      is_test: false,
      created_at: when,
    })
    .execute();
  await api.db
    .insertInto('outbox')
    .values({ event_id: id, organization_id: owner.organizationId, environment: 'live' })
    .execute();
  return id;
}

async function endpoint(events?: string[]): Promise<WebhookEndpointId> {
  const wish = {
    url: 'https://receiver.example.com/',
    ...(events === undefined ? {} : { events }),
  };
  return (await seedEndpoint(api.db, api.keyring, owner, wish)).id;
}

async function decide(id: WebhookEndpointId, status: WebhookDeliveryRow['status']): Promise<void> {
  await dispatchEvents(api.db, new Date());
  await api.db
    .updateTable('webhook_deliveries')
    .set({ status, started_round: status === 'held' ? 0 : 1 })
    .where('endpoint_id', '=', id)
    .execute();
}

async function rounds(id: WebhookEndpointId): Promise<Record<string, [string, number]>> {
  const rows = await api.db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('endpoint_id', '=', id)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.event_id, [row.status, row.round]]));
}

function replay(id: WebhookEndpointId, body: unknown) {
  return api.call('POST', `/webhooks/endpoints/${id}/replay`, { body });
}

it('a new round for each event of the window, none for those beside it', async () => {
  const id = await endpoint();
  const [early, inside, last] = [
    await fire(at(1), 'session.approved'),
    await fire(at(2), 'session.approved'),
    await fire(at(3), 'session.approved'),
  ];
  await decide(id, 'delivered');
  const answer = await replay(id, { since: at(2).toISOString(), until: at(3).toISOString() });
  expect(answer.status).toBe(202);
  expect(answer.body).toEqual({ endpoint_id: id, replayed: 1, next_since: null });
  expect(await rounds(id)).toEqual({
    [early]: ['delivered', 1],
    [inside]: ['pending', 2],
    [last]: ['delivered', 1],
  });
});

it('only the types that are asked for, and of those what the endpoint takes', async () => {
  const id = await endpoint(['session.declined']);
  await fire(at(10), 'session.approved');
  const declined = await fire(at(10), 'session.declined');
  await decide(id, 'failed');
  const since = at(10).toISOString();
  const none = await replay(id, { since, event_types: ['session.approved'] });
  expect(none.body['replayed']).toBe(0);
  const some = await replay(id, { since, event_types: ['session.approved', 'session.declined'] });
  expect(some.body['replayed']).toBe(1);
  expect(await rounds(id)).toEqual({ [declined]: ['pending', 2] });
});

it('a held delivery gets its first round, a pending one is left to its tries', async () => {
  const held = await endpoint();
  const pending = await endpoint();
  const event = await fire(at(20), 'session.approved');
  await decide(held, 'held');
  const since = at(20).toISOString();
  expect((await replay(held, { since })).body['replayed']).toBe(1);
  expect(await rounds(held)).toEqual({ [event]: ['pending', 1] });
  expect((await replay(pending, { since })).body['replayed']).toBe(0);
});

it('what happened before the endpoint was made comes for the first time', async () => {
  const event = await fire(at(30), 'session.approved');
  await dispatchEvents(api.db, new Date());
  const id = await endpoint();
  expect((await replay(id, { since: at(30).toISOString() })).body['replayed']).toBe(1);
  expect(await rounds(id)).toEqual({ [event]: ['pending', 1] });
});

it('409 while the endpoint is disabled, 404 for one of another organisation, 422 for no time', async () => {
  const { id } = await seedEndpoint(api.db, api.keyring, owner, {
    url: 'https://receiver.example.com/',
    enabled: false,
  });
  const since = start.toISOString();
  expect((await replay(id, { since })).body['error']).toBe('endpoint_disabled');
  expect((await replay(newId('webhookEndpoint'), { since })).status).toBe(404);
  expect((await replay(await endpoint(), { since: 'yesterday' })).status).toBe(422);
});

describe('the count of a window', () => {
  const count = (id: WebhookEndpointId, query: string) =>
    api.call('GET', `/webhooks/endpoints/${id}/replay?${query}`);

  it('is what the replay then sends, and asking for it sends nothing', async () => {
    const id = await endpoint();
    await fire(at(40), 'session.approved');
    await fire(at(41), 'session.declined');
    await fire(at(42), 'session.approved');
    await decide(id, 'delivered');
    const before = await rounds(id);
    const window = { since: at(40).toISOString(), until: at(42).toISOString() };
    for (const types of [
      undefined,
      ['session.approved'],
      ['session.approved', 'session.declined'],
    ]) {
      const query = new URLSearchParams(window);
      if (types !== undefined) query.set('event_types', types.join(','));
      const counted = await count(id, query.toString());
      expect(counted.status).toBe(200);
      expect(await rounds(id)).toEqual(before);
      const sent = await replay(id, {
        ...window,
        ...(types === undefined ? {} : { event_types: types }),
      });
      expect(counted.body['would_replay']).toBe(sent.body['replayed']);
      expect(counted.body['next_since']).toBeNull();
      await decide(id, 'delivered');
      Object.assign(before, await rounds(id));
    }
  });

  it('leaves out what is still being tried', async () => {
    const id = await endpoint();
    await fire(at(50), 'session.approved');
    await decide(id, 'pending');
    const query = new URLSearchParams({ since: at(50).toISOString() });
    expect((await count(id, query.toString())).body['would_replay']).toBe(0);
  });

  it.each(['since=yesterday', `since=${at(1).toISOString()}&event_types=none`])(
    'refuses the window "%s"',
    async (query) => {
      expect((await count(await endpoint(), query)).status).toBe(422);
    },
  );
});
