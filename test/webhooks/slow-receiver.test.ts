import { setDeliveryStage, type DeliveryStage } from './delivery-stage';
import { startScriptedReceiver, type Scripted } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession } from './seed';

const events = 20;
let stage: DeliveryStage;

beforeAll(async () => {
  stage = await setDeliveryStage({ activities: { tryTimeoutMs: 300 } });
});
afterAll(() => stage.stop());

describe('a receiver that never answers', () => {
  test('holds eight tries at once and no more; those that wait are not counted as tries', async () => {
    const owner = await seedOwner(stage.db);
    const sessionId = await seedSession(stage.db, stage.keyring, owner, 'order-7');
    const holds = Array<Scripted>(events - 1).fill('hold');
    const slow = await startScriptedReceiver(['hold', ...holds, { status: 200 }]);
    const healthy = await startScriptedReceiver([{ status: 200 }]);
    const slowEndpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url: slow.url });
    const good = await seedEndpoint(stage.db, stage.keyring, owner, { url: healthy.url });
    const type = 'session.approved';
    const ids = await Promise.all(
      Array.from({ length: events }, (_, sequence) =>
        fireEvent(stage.db, owner, { sessionId, type, sequence }),
      ),
    );

    let tries = 0;
    for (const id of ids) {
      expect(await stage.decided(id, good.id)).toMatchObject({ status: 'delivered', tries: 1 });
      const delivery = await stage.decided(id, slowEndpoint.id);
      expect(delivery.status).toBe('delivered');
      tries += delivery.tries;
    }
    // Tries just given up may still be open on this side while the next ones come in.
    expect(slow.mostOpen()).toBeLessThanOrEqual(16);
    expect(tries).toBe(slow.received.length);
    await Promise.all([slow.close(), healthy.close()]);
  });
});
