import { notifyDispatchers } from '../../shared/outbox/notice';
import { setDeliveryStage, type DeliveryStage } from './delivery-stage';
import { startScriptedReceiver, type Scripted, type ScriptedReceiver } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession, type Owner } from './seed';
import type { SessionId, WebhookEndpointId } from '../../shared/domain/ids';

let stage: DeliveryStage;
let owner: Owner;
let sessionId: SessionId;
let sequence = 0;
const receivers: ScriptedReceiver[] = [];

beforeAll(async () => {
  stage = await setDeliveryStage();
});

beforeEach(async () => {
  owner = await seedOwner(stage.db);
  sessionId = await seedSession(stage.db, stage.keyring, owner, 'order-7');
});

afterAll(async () => {
  await Promise.all(receivers.map((one) => one.close()));
  await stage.stop();
});

async function receiver(...script: [Scripted, ...Scripted[]]): Promise<ScriptedReceiver> {
  const started = await startScriptedReceiver(script);
  receivers.push(started);
  return started;
}

function endpointRow(id: WebhookEndpointId) {
  return stage.db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

function auditOf(id: WebhookEndpointId) {
  return stage.db.selectFrom('audit').selectAll().where('resource_id', '=', id).execute();
}

async function fire(type: 'session.approved' | 'session.declined' = 'session.approved') {
  sequence += 1;
  return fireEvent(stage.db, owner, { sessionId, type, sequence });
}

describe('an endpoint', () => {
  test('that answers 410 is disabled at once and its delivery fails', async () => {
    const { url, received } = await receiver({ status: 410 });
    const { id } = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    expect(await stage.decided(await fire(), id)).toMatchObject({ status: 'failed', tries: 1 });
    expect(await endpointRow(id)).toMatchObject({
      enabled: false,
      disabled_reason: 'receiver_gone',
    });
    expect(await auditOf(id)).toMatchObject([{ action: 'webhook_endpoint.disabled' }]);
    expect(received).toHaveLength(1);
  });

  test('is disabled, audited once, by ten failed deliveries in a row, and holds what comes', async () => {
    const { url } = await receiver({ status: 500 });
    const { id } = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    for (let failed = 1; failed <= 10; failed += 1) {
      expect(await stage.decided(await fire(), id)).toMatchObject({ status: 'failed' });
      expect(await endpointRow(id)).toMatchObject({
        enabled: failed < 10,
        failed_in_a_row: failed,
      });
    }
    expect(await endpointRow(id)).toMatchObject({ disabled_reason: 'failed_in_a_row' });
    expect(await auditOf(id)).toHaveLength(1);
    expect(await stage.decided(await fire(), id)).toMatchObject({ status: 'held', tries: 0 });
  });

  test('that takes one event begins to count failures anew', async () => {
    const no: Scripted = { status: 500 };
    const { url } = await receiver(no, no, no, no, no, no, { status: 200 });
    const { id } = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    await stage.decided(await fire(), id);
    expect(await endpointRow(id)).toMatchObject({ failed_in_a_row: 1 });
    await stage.decided(await fire(), id);
    expect(await endpointRow(id)).toMatchObject({ failed_in_a_row: 0 });
  });

  test('disabled between two tries has the delivery held', async () => {
    const { url, received } = await receiver({ status: 500 });
    const { id } = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const eventId = await fire();
    await stage.row(eventId, id);
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await stage.db
      .updateTable('webhook_endpoints')
      .set({ enabled: false })
      .where('id', '=', id)
      .execute();
    expect(await stage.decided(eventId, id)).toMatchObject({ status: 'held' });
    expect(received).toHaveLength(1);
  });
});

describe('the outbox', () => {
  test('gives an event to the endpoints that want it, of its own organisation and environment', async () => {
    const { url } = await receiver({ status: 200 });
    const all = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const some = await seedEndpoint(stage.db, stage.keyring, owner, {
      url,
      events: ['session.declined'],
    });
    await seedEndpoint(stage.db, stage.keyring, owner, { url, events: ['session.expired'] });
    const stranger = await seedOwner(stage.db);
    await seedEndpoint(stage.db, stage.keyring, stranger, { url });
    const eventId = await fire('session.declined');
    await stage.decided(eventId, all.id);
    const rows = await stage.db
      .selectFrom('webhook_deliveries')
      .select('endpoint_id')
      .where('event_id', '=', eventId)
      .execute();
    expect(new Set(rows.map((row) => row.endpoint_id))).toEqual(new Set([all.id, some.id]));
    const elsewhere = await fireEvent(stage.db, owner, {
      sessionId,
      type: 'session.declined',
      sequence: (sequence += 1),
      environment: 'sandbox',
    });
    await stage.decided(await fire('session.declined'), all.id);
    const none = await stage.db
      .selectFrom('webhook_deliveries')
      .where('event_id', '=', elsewhere)
      .select('id')
      .execute();
    expect(none).toEqual([]);
  });

  test('sends a test event to its endpoint only, and lets it count for nothing', async () => {
    const { url, received } = await receiver({ status: 500 });
    const tested = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const eventId = await fireEvent(stage.db, owner, {
      sessionId: null,
      type: 'session.approved',
      sequence: 0,
      data: { endpoint_id: tested.id },
      isTest: true,
    });
    expect(await stage.decided(eventId, tested.id)).toMatchObject({ status: 'failed' });
    expect(received).toHaveLength(6);
    expect(JSON.parse(received[0]?.raw ?? '')).toMatchObject({ is_test: true, id: eventId });
    expect(await endpointRow(tested.id)).toMatchObject({ failed_in_a_row: 0 });
  });

  test('takes what is due, whoever left it so', async () => {
    const { url } = await receiver({ status: 200 });
    const { id } = await seedEndpoint(stage.db, stage.keyring, owner, { url, enabled: false });
    const eventId = await fire();
    const held = await stage.row(eventId, id);
    await stage.db
      .updateTable('webhook_endpoints')
      .set({ enabled: true })
      .where('id', '=', id)
      .execute();
    // A row that is pending and was never started: what a process killed in between leaves.
    await stage.db
      .updateTable('webhook_deliveries')
      .set({ status: 'pending' })
      .where('id', '=', held.id)
      .execute();
    await notifyDispatchers(stage.db, { kind: 'deliveries' });
    expect(await stage.decided(eventId, id)).toMatchObject({ status: 'delivered' });
  });

  test('delivers a burst of events to a healthy endpoint while a dead one is being tried', async () => {
    const healthy = await receiver({ status: 200 });
    const dead = await receiver({ status: 500 });
    const good = await seedEndpoint(stage.db, stage.keyring, owner, { url: healthy.url });
    await seedEndpoint(stage.db, stage.keyring, owner, { url: dead.url });
    const ids = await Promise.all(Array.from({ length: 30 }, () => fire()));
    for (const id of ids) {
      expect(await stage.decided(id, good.id)).toMatchObject({ status: 'delivered', tries: 1 });
    }
    const keys = healthy.received.map((one) => one.headers['webhook-id']);
    expect(new Set(keys)).toEqual(new Set(ids));
    expect(keys).toHaveLength(30);
  });
});
