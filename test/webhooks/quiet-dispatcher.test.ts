import { Client, Connection } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { maxInFlightPerEndpoint } from '../../activities/webhooks/delivery-activities';
import { startDispatcher, type Dispatcher } from '../../activities/webhooks/dispatcher';
import { createEndpointTraffic } from '../../activities/webhooks/endpoint-traffic';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import type { EventId } from '../../shared/domain/ids';
import { appendEvent } from '../../shared/outbox/append-event';
import { eventually } from '../processes/running-process';
import { stackAddresses } from '../stack/addresses';
import { countPostgres, type CountedPostgres } from '../stack/counted-postgres';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { startScriptedReceiver, type ScriptedReceiver } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession, type Owner } from './seed';

const keyring = createKeyring(newKeyringFile());
let database: TestDatabase;
let wire: CountedPostgres;
let db: Kysely<Database>;
let counted: Kysely<Database>;
let connection: Connection;
let dispatcher: Dispatcher;
let receiver: ScriptedReceiver;
let heard: Owner;

beforeAll(async () => {
  database = await createTestDatabase();
  wire = await countPostgres(database.url);
  db = connectDatabase({ url: database.url, maxConnections: 3 });
  counted = connectDatabase({ url: wire.url, maxConnections: 5 });
  connection = Connection.lazy({ address: stackAddresses().VERIFA_TEST_TEMPORAL_ADDRESS });
  receiver = await startScriptedReceiver([{ status: 200 }]);
  heard = await seedOwner(db);
  await seedEndpoint(db, keyring, heard, { url: receiver.url });
  dispatcher = startDispatcher({
    db: counted,
    databaseUrl: database.url,
    keyring,
    workflows: new Client({ connection }).workflow,
    rules: { allowPrivate: true },
    retryScale: 1,
    traffic: createEndpointTraffic(maxInFlightPerEndpoint),
    clock: () => new Date(),
    onError: (error) => console.error(error),
    alert: (message) => console.error(message),
  });
  await delivered(await fireEvent(db, heard, await anEvent(heard)));
});
afterAll(async () => {
  await dispatcher.stop();
  await Promise.all([counted.destroy(), db.destroy(), receiver.close(), connection.close()]);
  await wire.stop();
  await database.drop();
});

async function anEvent(owner: Owner) {
  const sessionId = await seedSession(db, keyring, owner, 'order-7');
  return { sessionId, type: 'session.approved', sequence: 1 } as const;
}

async function delivered(eventId: EventId): Promise<void> {
  await eventually('the delivery', async () => {
    const row = await db
      .selectFrom('webhook_deliveries')
      .select('id')
      .where('event_id', '=', eventId)
      .where('status', '=', 'delivered')
      .executeTakeFirst();
    return row === undefined ? undefined : true;
  });
}

/** Events into rows, rows into tries, what they carry, how they ended. */
const ofOneDelivery = 4;

test('thirteen events of a session that nobody listens to cost the dispatcher three statements at most', async () => {
  const unheard = await seedOwner(db);
  const { sessionId: id } = await anEvent(unheard);
  const loud = await anEvent(heard);
  wire.take();
  const owner = { id, organization_id: unheard.organizationId, environment: 'live' } as const;
  for (let sequence = 1; sequence <= 13; sequence += 1) {
    const data = { status: 'pending' } as const;
    const event = { type: 'session.created', data, sequence, at: new Date() } as const;
    await appendEvent(db, owner, event);
  }
  // They are swept along by the next round, or by the next look.
  await delivered(await fireEvent(db, heard, loud));
  const { statements } = wire.take();
  expect(statements.length).toBeLessThanOrEqual(ofOneDelivery + 3);
  expect(await db.selectFrom('outbox').select('event_id').execute()).toEqual([]);
});

test('events that come together are dispatched, tried and recorded together', async () => {
  const events = await Promise.all(Array.from({ length: 8 }, () => anEvent(heard)));
  wire.take();
  const ids = await db.transaction().execute(async (trx) => {
    const fired: EventId[] = [];
    for (const event of events) fired.push(await fireEvent(trx, heard, event));
    return fired;
  });
  for (const eventId of ids) await delivered(eventId);
  const texts = wire.take().statements.map(({ text }) => text);
  const count = (part: string): number => texts.filter((text) => text.includes(part)).length;
  expect(count('DELETE FROM outbox')).toBeLessThanOrEqual(2);
  // On a loaded machine a round may find but some of them planned, and the next one the rest.
  expect(count('INSERT INTO webhook_tries')).toBeLessThan(ids.length / 2);
  expect(texts.length).toBeLessThan(3 * ids.length);
});
