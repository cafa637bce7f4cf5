import { WorkflowNotFoundError } from '@temporalio/client';
import type { Dispatcher } from '../../activities/webhooks/dispatcher';
import { dispatchEvents } from '../../activities/webhooks/outbox';
import { takeFirstTries } from '../../activities/webhooks/take-first-tries';
import type { EventId, SessionId, WebhookDeliveryId } from '../../shared/domain/ids';
import { eventually } from '../processes/running-process';
import { setDeliveryStage, type DeliveryStage } from './delivery-stage';
import { startScriptedReceiver, type Scripted, type ScriptedReceiver } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession, type Owner } from './seed';

let stage: DeliveryStage;
let owner: Owner;
let sessionId: SessionId;
let sequence = 0;
const receivers: ScriptedReceiver[] = [];
const dispatchers: Dispatcher[] = [];

beforeAll(async () => {
  stage = await setDeliveryStage({ startsLater: true, dispatcher: { stopWithinMs: 100 } });
});
beforeEach(async () => {
  owner = await seedOwner(stage.db);
  sessionId = await seedSession(stage.db, stage.keyring, owner, 'order-7');
});
afterEach(async () => {
  await Promise.all(dispatchers.splice(0).map((one) => one.stop()));
  await Promise.all(receivers.splice(0).map((one) => one.close()));
});
afterAll(() => stage.stop());

function begin(): Dispatcher {
  const dispatcher = stage.startDispatcher();
  dispatchers.push(dispatcher);
  return dispatcher;
}

async function receiver(...script: [Scripted, ...Scripted[]]): Promise<ScriptedReceiver> {
  const started = await startScriptedReceiver(script);
  receivers.push(started);
  return started;
}

function fire(): Promise<EventId> {
  sequence += 1;
  return fireEvent(stage.db, owner, { sessionId, type: 'session.approved', sequence });
}

/** As far as the rows show, a dispatcher that was killed: its leases have lapsed. */
async function takeAndDie(): Promise<void> {
  await dispatchEvents(stage.db, new Date());
  const lease = { owner: 'dead', ms: 0 };
  const wish = { limit: 100, perEndpoint: 100, rooms: [], after: '' };
  await takeFirstTries(stage.db, { lease, now: new Date(), ...wish });
}

async function triesOf(id: WebhookDeliveryId): Promise<readonly (string | null)[]> {
  const rows = await stage.db
    .selectFrom('webhook_tries')
    .select('error_code')
    .where('delivery_id', '=', id)
    .orderBy('try_number')
    .execute();
  return rows.map((row) => row.error_code);
}

test('a delivery that its first try takes has no workflow', async () => {
  const { url } = await receiver({ status: 200 });
  const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
  begin();
  const { id, tries } = await stage.decided(await fire(), endpoint.id);
  expect(tries).toBe(1);
  await expect(stage.temporal.client.workflow.getHandle(id).describe()).rejects.toThrow(
    WorkflowNotFoundError,
  );
});

test('what a killed dispatcher had not taken is tried by another', async () => {
  const { url, received } = await receiver({ status: 200 });
  const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
  const eventId = await fire();
  await dispatchEvents(stage.db, new Date());
  begin();
  expect(await stage.decided(eventId, endpoint.id)).toMatchObject({
    status: 'delivered',
    tries: 1,
  });
  expect(received).toHaveLength(1);
});

test('what a killed dispatcher had taken goes on as a workflow each; the cut try counts as none', async () => {
  const { url, received } = await receiver({ status: 200 });
  const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
  const ids = [await fire(), await fire(), await fire()];
  await takeAndDie();
  begin();
  for (const eventId of ids) {
    const delivery = await stage.decided(eventId, endpoint.id);
    expect(delivery).toMatchObject({ status: 'delivered', tries: 2, leased_by: null });
    expect(await triesOf(delivery.id)).toEqual(['interrupted', null]);
  }
  expect(new Set(received.map((one) => one.headers['webhook-id']))).toEqual(new Set(ids));
});

test('a first try that was cut leaves the schedule all its six', async () => {
  const { url } = await receiver({ status: 500 });
  const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
  const eventId = await fire();
  await takeAndDie();
  begin();
  const delivery = await stage.decided(eventId, endpoint.id);
  expect(delivery).toMatchObject({ status: 'failed', tries: 7 });
  expect(await triesOf(delivery.id)).toEqual([
    'interrupted',
    ...Array<string>(6).fill('status_not_2xx'),
  ]);
});

test('a dispatcher that stops gives back what is in flight, and another goes on at once', async () => {
  const { url, received, openNow } = await receiver('hold', { status: 200 });
  const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
  const first = begin();
  const eventId = await fire();
  await eventually('the first try', () => Promise.resolve(openNow() === 1 ? true : undefined));
  await first.stop();
  const { leased_by: by, leased_until: until } = await stage.row(eventId, endpoint.id);
  expect(by).not.toBeNull();
  expect(until?.getTime()).toBeLessThanOrEqual(Date.now());
  begin();
  const delivery = await stage.decided(eventId, endpoint.id);
  expect(delivery).toMatchObject({ status: 'delivered', tries: 2 });
  expect(received).toHaveLength(2);
});

test('two dispatchers over one outbox try each event once', async () => {
  const { url, received } = await receiver({ status: 200 });
  const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
  begin();
  begin();
  const ids: EventId[] = [];
  for (let nth = 0; nth < 60; nth += 1) ids.push(await fire());
  for (const eventId of ids) {
    expect(await stage.decided(eventId, endpoint.id)).toMatchObject({
      status: 'delivered',
      tries: 1,
    });
  }
  expect(received.map((one) => String(one.headers['webhook-id'])).sort()).toEqual([...ids].sort());
});
