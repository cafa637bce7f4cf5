import { sql } from 'kysely';
import { eventually } from '../processes/running-process';
import { setDeliveryStage, type DeliveryStage } from './delivery-stage';
import { startScriptedReceiver } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession, type Owner } from './seed';

/** Deliveries to this endpoint cannot be started. */
let refused = '';
let stage: DeliveryStage;
let owner: Owner;

beforeAll(async () => {
  stage = await setDeliveryStage({
    workflows: (real) => ({
      getHandle: (id) => real.getHandle(id),
      start: (type, options) =>
        String(options.staticSummary).includes(refused) && refused !== ''
          ? Promise.reject(new Error('no such start'))
          : real.start(type, options),
    }),
  });
  owner = await seedOwner(stage.db);
});
afterAll(() => stage.stop());

test('an event that cannot be dispatched, and a delivery that cannot be started, hold up no other', async () => {
  const sessionId = await seedSession(stage.db, stage.keyring, owner, 'order-7');
  const [sick, well] = await Promise.all(
    [500, 200].map((status) => startScriptedReceiver([{ status }])),
  );
  const bad = await seedEndpoint(stage.db, stage.keyring, owner, { url: sick?.url ?? '' });
  const good = await seedEndpoint(stage.db, stage.keyring, owner, { url: well?.url ?? '' });
  refused = bad.id;
  await sql`ALTER TABLE webhook_deliveries
    ADD CONSTRAINT poison CHECK (event_type <> 'session.expired')`.execute(stage.db);

  const [poison, healthy] = await stage.db.transaction().execute(async (trx) => {
    const one = await fireEvent(trx, owner, { sessionId, type: 'session.expired', sequence: 1 });
    const other = { sessionId, type: 'session.approved', sequence: 2 } as const;
    return [one, await fireEvent(trx, owner, other)] as const;
  });
  const decided = await stage.decided(healthy, good.id);
  expect(decided).toMatchObject({ status: 'delivered' });
  const waiting = await eventually('the refused start', async () => {
    const rows = await stage.db
      .selectFrom('webhook_deliveries')
      .select(['id', 'event_id', 'status'])
      .where('endpoint_id', '=', bad.id)
      // Its lease stands: whoever looks when it has lapsed tries the start again.
      .where('leased_until', 'is not', null)
      .execute();
    return stage.alerts.length === 2 ? rows : undefined;
  });
  expect(waiting).toMatchObject([{ event_id: healthy, status: 'pending' }]);
  expect(stage.alerts).toEqual([
    expect.objectContaining({ eventId: poison }),
    expect.objectContaining({ deliveryId: waiting[0]?.id, endpointId: bad.id, error: 'Error' }),
  ]);
  await Promise.all([sick?.close(), well?.close()]);
});
