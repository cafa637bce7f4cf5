import { eventually } from '../processes/running-process';
import { setDeliveryStage, type DeliveryStage } from './delivery-stage';
import { startScriptedReceiver } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession } from './seed';

let stage: DeliveryStage;

beforeAll(async () => {
  stage = await setDeliveryStage({
    dispatcher: { sweep: { everyMs: 100, quietForMs: 0 } },
  });
});
afterAll(() => stage.stop());

describe('a delivery', () => {
  test('whose workflow an operator terminated is found by the sweep and delivered', async () => {
    const owner = await seedOwner(stage.db);
    const sessionId = await seedSession(stage.db, stage.keyring, owner, 'order-7');
    const receiver = await startScriptedReceiver([{ status: 500 }, { status: 200 }]);
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url: receiver.url });
    const type = 'session.approved';
    const eventId = await fireEvent(stage.db, owner, { sessionId, type, sequence: 1 });
    const { id } = await eventually('its workflow', async () => {
      const row = await stage.row(eventId, endpoint.id);
      return row.leased_until === null ? row : undefined;
    });

    const workflow = stage.temporal.client.workflow.getHandle(id);
    await workflow.terminate('by hand');
    await eventually('a workflow in its place', async () => {
      const { status } = await workflow.describe();
      return status.name === 'RUNNING' ? true : undefined;
    });
    const delivery = await stage.decided(eventId, endpoint.id);
    expect(delivery).toMatchObject({ status: 'delivered', round: 1, tries: 2 });
    expect(new Set(receiver.received.map((one) => one.headers['webhook-id'])).size).toBe(1);
    await receiver.close();
  });
});
