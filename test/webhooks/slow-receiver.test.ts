import { maxInFlightPerEndpoint } from '../../activities/webhooks/delivery-activities';
import { createEndpointTraffic } from '../../activities/webhooks/endpoint-traffic';
import { eventually } from '../processes/running-process';
import { setDeliveryStage, type DeliveryStage } from './delivery-stage';
import { startScriptedReceiver } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession } from './seed';

const events = 20;
/** Longer than the test may take: nothing here ends by a clock, so no slow machine adds a try. */
const tryTimeoutMs = 59_000;

let stage: DeliveryStage;
beforeAll(async () => {
  const traffic = createEndpointTraffic(maxInFlightPerEndpoint);
  stage = await setDeliveryStage({ activities: { tryTimeoutMs }, traffic });
});
afterAll(() => stage.stop());

describe('a receiver that does not answer', () => {
  test('holds eight tries at once and no more; those that wait are not counted as tries', async () => {
    const owner = await seedOwner(stage.db);
    const sessionId = await seedSession(stage.db, stage.keyring, owner, 'order-7');
    const slow = await startScriptedReceiver(['wait']);
    const healthy = await startScriptedReceiver([{ status: 200 }]);
    const slowEndpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url: slow.url });
    const good = await seedEndpoint(stage.db, stage.keyring, owner, { url: healthy.url });
    const type = 'session.approved';
    const ids = await Promise.all(
      Array.from({ length: events }, (_, sequence) =>
        fireEvent(stage.db, owner, { sessionId, type, sequence }),
      ),
    );

    await eventually('the slow receiver to be full', () =>
      Promise.resolve(slow.openNow() === maxInFlightPerEndpoint ? true : undefined),
    );
    for (const id of ids) {
      expect(await stage.decided(id, good.id)).toMatchObject({ status: 'delivered', tries: 1 });
    }
    expect(slow.received).toHaveLength(maxInFlightPerEndpoint);
    slow.release();
    for (const id of ids) {
      expect(await stage.decided(id, slowEndpoint.id)).toMatchObject({
        status: 'delivered',
        tries: 1,
      });
    }
    expect(slow.mostOpen()).toBe(maxInFlightPerEndpoint);
    expect(slow.received).toHaveLength(events);
    await Promise.all([slow.close(), healthy.close()]);
  });
});
