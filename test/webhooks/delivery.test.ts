import { Webhook } from 'standardwebhooks';
import { beginTry } from '../../activities/webhooks/begin-try';
import type { WebhookDeliveryId } from '../../shared/domain/ids';
import { notifyDispatchers } from '../../shared/outbox/notice';
import { setDeliveryStage, type DeliveryStage } from './delivery-stage';
import { startScriptedReceiver, type Scripted, type ScriptedReceiver } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession, type Owner } from './seed';

let stage: DeliveryStage;
/** Deliveries whose next try's worker dies after the request went out. */
const deaths = new Map<WebhookDeliveryId, number>();
/** Deliveries whose worker dies when a failed try is recorded, before Temporal is told how long to wait. */
const deafTo = new Set<WebhookDeliveryId>();
const receivers: ScriptedReceiver[] = [];

beforeAll(async () => {
  stage = await setDeliveryStage({
    activities: { tryTimeoutMs: 400 },
    wrap: (real, deps) => ({
      async tryDelivery(round) {
        const left = deaths.get(round.deliveryId) ?? deaths.get('whd_next') ?? 0;
        if (left === 0) {
          return real.tryDelivery(round).catch((cause: unknown) => {
            // Its end is in the rows; Temporal hears of a dead worker only, and tries again at once.
            if (!deafTo.delete(round.deliveryId) && !deafTo.delete('whd_next')) throw cause;
            throw new Error('the worker died');
          });
        }
        deaths.delete('whd_next');
        deaths.set(round.deliveryId, left - 1);
        // As far as the records show, this is a worker killed in the middle of a try.
        // Its wait is over by the server's time, which has gone ahead of this machine's.
        await beginTry(deps.db, deps.keyring, round, new Date('2100-01-01'));
        throw new Error('the worker died');
      },
    }),
  });
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

async function owned(): Promise<{
  owner: Owner;
  sessionId: Awaited<ReturnType<typeof seedSession>>;
}> {
  const owner = await seedOwner(stage.db);
  return { owner, sessionId: await seedSession(stage.db, stage.keyring, owner, 'order-7') };
}

function tries(id: WebhookDeliveryId) {
  return stage.db
    .selectFrom('webhook_tries')
    .selectAll()
    .where('delivery_id', '=', id)
    .orderBy('position')
    .execute();
}

/** Between the beginnings of its tries. */
async function waitsMs(id: WebhookDeliveryId): Promise<readonly number[]> {
  const times = (await tries(id)).map((row) => row.at.getTime());
  return times.slice(1).map((time, index) => time - (times[index] ?? NaN));
}

describe('a delivery', () => {
  test('reaches the receiver once, signed, with what the event and its session say', async () => {
    const { owner, sessionId } = await owned();
    const { url, received } = await receiver({ status: 200, body: 'thanks' });
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const eventId = await fireEvent(stage.db, owner, {
      sessionId,
      type: 'session.created',
      sequence: 1,
    });
    const delivery = await stage.decided(eventId, endpoint.id);
    expect(delivery).toMatchObject({ status: 'delivered', tries: 1 });
    expect(received).toHaveLength(1);
    const [request] = received;
    const headers = Object.fromEntries(
      Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    expect(new Webhook(endpoint.secret).verify(request?.raw ?? '', headers)).toMatchObject({
      event: 'session.created',
      id: eventId,
      idempotency_key: eventId,
      session_id: sessionId,
      external_ref: 'order-7',
      sequence: 1,
      is_sandbox: false,
    });
    expect(headers['x-verifa-delivery-id']).toBe(delivery.id);
    expect(await tries(delivery.id)).toMatchObject([
      {
        try_number: 1,
        status_code: 200,
        error_code: null,
        answer: 'thanks',
        answer_head: expect.stringMatching(/^date: .+ GMT$/m) as unknown,
      },
    ]);
  });

  test('is tried again after failures, under one idempotency key, each try recorded', async () => {
    const { owner, sessionId } = await owned();
    const { url, received } = await receiver(
      { status: 500 },
      'hang_up',
      'hold',
      { status: 302, headers: { Location: 'http://127.0.0.1/' } },
      { status: 204 },
    );
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const eventId = await fireEvent(stage.db, owner, {
      sessionId,
      type: 'session.approved',
      sequence: 1,
    });
    const delivery = await stage.decided(eventId, endpoint.id);
    expect(delivery).toMatchObject({ status: 'delivered', tries: 5 });
    expect(new Set(received.map((one) => one.headers['webhook-id']))).toEqual(new Set([eventId]));
    expect((await tries(delivery.id)).map((row) => row.error_code)).toEqual([
      'status_not_2xx',
      'connection_failed',
      'timeout',
      'redirect_refused',
      null,
    ]);
  });

  test('fails after six tries over about 2 h 50 min, without a line of history for each', async () => {
    const { owner, sessionId } = await owned();
    const { url, received } = await receiver({ status: 503 });
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const eventId = await fireEvent(stage.db, owner, {
      sessionId,
      type: 'session.approved',
      sequence: 1,
    });
    const delivery = await stage.decided(eventId, endpoint.id);
    const minutes = (await stage.durationMs(delivery)) / 60_000;
    expect(delivery).toMatchObject({ status: 'failed', tries: 6 });
    expect(received).toHaveLength(6);
    expect(minutes).toBeGreaterThan(0.9 * 170.5);
    expect(minutes).toBeLessThan(1.1 * 170.5 + 1);
    const history = await stage.temporal.client.workflow.getHandle(delivery.id).fetchHistory();
    expect(history.events?.length).toBeLessThan(15);
  });

  test('that failed is tried again by hand in a round of its own, under the same key', async () => {
    const { owner, sessionId } = await owned();
    const no = { status: 500 };
    const { url, received } = await receiver(no, no, no, no, no, no, { status: 200 });
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const type = 'session.approved';
    const eventId = await fireEvent(stage.db, owner, { sessionId, type, sequence: 1 });
    expect(await stage.decided(eventId, endpoint.id)).toMatchObject({ status: 'failed' });

    // What the API's retry writes (`endpoint-api.test.ts`).
    await stage.db
      .updateTable('webhook_deliveries')
      .set({ status: 'pending', round: 2, not_before: null })
      .where('event_id', '=', eventId)
      .execute();
    await notifyDispatchers(stage.db, { kind: 'deliveries' });
    const delivery = await stage.decided(eventId, endpoint.id);
    expect(delivery).toMatchObject({ status: 'delivered', round: 2, tries: 7 });
    expect(new Set(received.map((one) => one.headers['webhook-id'])).size).toBe(1);
  });

  test('waits as long as Retry-After asks', async () => {
    const { owner, sessionId } = await owned();
    const { url } = await receiver(
      { status: 429, headers: { 'Retry-After': '7200' } },
      { status: 200 },
    );
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const eventId = await fireEvent(stage.db, owner, {
      sessionId,
      type: 'session.approved',
      sequence: 1,
    });
    const delivery = await stage.decided(eventId, endpoint.id);
    expect(delivery).toMatchObject({ status: 'delivered', tries: 2 });
    expect(Math.min(...(await waitsMs(delivery.id)))).toBeGreaterThanOrEqual(7_200_000);
  });

  test('whose worker dies in a try is delivered; the try is kept and not counted as failed', async () => {
    const { owner, sessionId } = await owned();
    const { url, received } = await receiver({ status: 500 }, { status: 200 });
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    deaths.set('whd_next', 2);
    const eventId = await fireEvent(stage.db, owner, {
      sessionId,
      type: 'session.approved',
      sequence: 1,
    });
    const delivery = await stage.decided(eventId, endpoint.id);
    expect(delivery).toMatchObject({ status: 'delivered', tries: 4 });
    expect((await tries(delivery.id)).map((row) => [row.try_number, row.error_code])).toEqual([
      [1, 'status_not_2xx'],
      [2, 'interrupted'],
      [3, 'interrupted'],
      [4, null],
    ]);
    expect(received).toHaveLength(2);
  });

  test('whose worker dies behind a recorded failure waits as long as if it had not', async () => {
    const { owner, sessionId } = await owned();
    const busy = { status: 503, headers: { 'Retry-After': '3600' } };
    const { url, received } = await receiver(busy, busy, { status: 200 });
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    deafTo.add('whd_next');
    const eventId = await fireEvent(stage.db, owner, {
      sessionId,
      type: 'session.approved',
      sequence: 1,
    });
    const delivery = await stage.decided(eventId, endpoint.id);
    expect(delivery).toMatchObject({ status: 'delivered', tries: 3 });
    expect(received).toHaveLength(3);
    expect(Math.min(...(await waitsMs(delivery.id)))).toBeGreaterThanOrEqual(3_600_000);
  });

  test('that kills every worker is given up', async () => {
    const { owner, sessionId } = await owned();
    const { url, received } = await receiver({ status: 500 });
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    deaths.set('whd_next', 6);
    const eventId = await fireEvent(stage.db, owner, {
      sessionId,
      type: 'session.approved',
      sequence: 1,
    });
    expect(await stage.decided(eventId, endpoint.id)).toMatchObject({ status: 'failed', tries: 7 });
    expect(received).toHaveLength(1);
  });
});
