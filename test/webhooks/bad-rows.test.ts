import { sql } from 'kysely';
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
  const receiver = await startScriptedReceiver([{ status: 200 }]);
  const wish = { url: receiver.url };
  const bad = await seedEndpoint(stage.db, stage.keyring, owner, wish);
  const good = await seedEndpoint(stage.db, stage.keyring, owner, wish);
  refused = bad.id;

  const type = 'session.approved';
  const [poison, healthy] = await stage.db.transaction().execute(async (trx) => {
    const one = await fireEvent(trx, owner, { sessionId, type, sequence: 1, isTest: true });
    // A test event names its endpoint; of this one nothing is left.
    await sql`UPDATE events SET data = 'null' WHERE id = ${one}`.execute(trx);
    return [one, await fireEvent(trx, owner, { sessionId, type, sequence: 2 })] as const;
  });
  expect(await stage.decided(healthy, good.id)).toMatchObject({ status: 'delivered' });
  const waiting = await stage.db
    .selectFrom('webhook_deliveries')
    .select(['id', 'event_id', 'started_round'])
    .where('endpoint_id', '=', bad.id)
    .execute();
  expect(waiting).toMatchObject([{ event_id: healthy, started_round: 0 }]);
  expect(stage.alerts).toEqual([
    expect.objectContaining({ eventId: poison, error: 'TypeError' }),
    expect.objectContaining({ deliveryId: waiting[0]?.id, endpointId: bad.id, error: 'Error' }),
  ]);
  await receiver.close();
});
