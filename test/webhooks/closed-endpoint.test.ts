import type { SessionId, WebhookEndpointId } from '../../shared/domain/ids';
import type { WebhookDeliveryRow } from '../../shared/database/schema';
import { notifyDispatchers } from '../../shared/outbox/notice';
import { eventually } from '../processes/running-process';
import { setDeliveryStage, type DeliveryStage } from './delivery-stage';
import { startScriptedReceiver, type ScriptedReceiver } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession, type Owner } from './seed';

let stage: DeliveryStage;
let owner: Owner;
let sessionId: SessionId;
let receiver: ScriptedReceiver;

beforeAll(async () => {
  // Often, so that what no notice came of is found in this test's time.
  stage = await setDeliveryStage({ dispatcher: { sweep: { everyMs: 100, quietForMs: 60_000 } } });
  owner = await seedOwner(stage.db);
  sessionId = await seedSession(stage.db, stage.keyring, owner, 'order-7');
  receiver = await startScriptedReceiver([{ status: 500 }]);
});
afterAll(async () => {
  await receiver.close();
  await stage.stop();
});

/** A delivery whose workflow waits for its second try. */
async function inTrouble(): Promise<WebhookDeliveryRow> {
  const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url: receiver.url });
  const type = 'session.approved';
  const eventId = await fireEvent(stage.db, owner, { sessionId, type, sequence: Date.now() % 1e9 });
  return eventually('its workflow', async () => {
    const row = await stage.row(eventId, endpoint.id);
    return row.leased_until === null ? row : undefined;
  });
}

async function close(id: WebhookEndpointId, deletedAt: Date | null): Promise<void> {
  await stage.db
    .updateTable('webhook_endpoints')
    .set({ enabled: false, deleted_at: deletedAt })
    .where('id', '=', id)
    .execute();
}

async function workflowOf({ id }: WebhookDeliveryRow): Promise<string> {
  return (await stage.temporal.client.workflow.getHandle(id).describe()).status.name;
}

async function settled({ id }: WebhookDeliveryRow): Promise<WebhookDeliveryRow['status']> {
  return eventually('the delivery to be decided', async () => {
    const row = await stage.db
      .selectFrom('webhook_deliveries')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return row.status === 'pending' ? undefined : row.status;
  });
}

describe('what is under way to an endpoint', () => {
  test.each([
    ['deleted', new Date(), 'failed'],
    ['disabled', null, 'held'],
  ] as const)(
    'that is %s ends, and its workflow runs no more',
    async (_what, deletedAt, status) => {
      const delivery = await inTrouble();
      expect(await workflowOf(delivery)).toBe('RUNNING');
      const endpointId = delivery.endpoint_id;
      await close(endpointId, deletedAt);
      await notifyDispatchers(stage.db, { kind: 'endpoint_closed', endpointId });
      expect(await settled(delivery)).toBe(status);
      expect(await workflowOf(delivery)).toBe('TERMINATED');
    },
  );

  test('ends too when the notice is lost', async () => {
    const delivery = await inTrouble();
    await close(delivery.endpoint_id, new Date());
    expect(await settled(delivery)).toBe('failed');
    expect(await workflowOf(delivery)).toBe('TERMINATED');
  });

  test('is held also where its first try was still to come, and keeps that round', async () => {
    const { endpoint_id: endpointId, event_id: eventId } = await inTrouble();
    await close(endpointId, null);
    await stage.db
      .updateTable('webhook_deliveries')
      .set({ status: 'pending', started_round: 0 })
      .where('event_id', '=', eventId)
      .execute();
    const row = await eventually('the delivery to be held', async () => {
      const found = await stage.row(eventId, endpointId);
      return found.status === 'held' ? found : undefined;
    });
    expect(row.round).toBe(1);
  });
});
