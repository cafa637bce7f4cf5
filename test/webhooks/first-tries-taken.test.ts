import type { Kysely } from 'kysely';
import type { Room } from '../../activities/webhooks/endpoint-traffic';
import { takeLapsedLeases } from '../../activities/webhooks/leases';
import { dispatchEvents } from '../../activities/webhooks/outbox';
import {
  takeFirstTries,
  type TakeWish,
  type Taking,
} from '../../activities/webhooks/take-first-tries';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import type { WebhookEndpointId } from '../../shared/domain/ids';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { fireEvent, seedEndpoint, seedOwner, seedSession } from './seed';

const keyring = createKeyring(newKeyringFile());
const events = 6;
let database: TestDatabase;
let db: Kysely<Database>;
let sick: WebhookEndpointId;
let healthy: WebhookEndpointId;

/** Two endpoints, each owed the same events. */
beforeEach(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 8 });
  const owner = await seedOwner(db);
  const sessionId = await seedSession(db, keyring, owner, 'order-7');
  const url = 'http://127.0.0.1:9/hook';
  sick = (await seedEndpoint(db, keyring, owner, { url })).id;
  healthy = (await seedEndpoint(db, keyring, owner, { url })).id;
  for (let sequence = 1; sequence <= events; sequence += 1) {
    await fireEvent(db, owner, { sessionId, type: 'session.approved', sequence });
  }
  expect(await dispatchEvents(db, new Date())).toMatchObject({ events, deliveries: 2 * events });
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

function take(wish: Partial<TakeWish> = {}): Promise<Taking> {
  return takeFirstTries(db, {
    lease: { owner: 'one', ms: 60_000 },
    now: new Date(),
    limit: 50,
    perEndpoint: 50,
    rooms: [],
    after: '',
    ...wish,
  });
}

const idsOf = ({ taken }: Taking): readonly string[] => taken.map(({ delivery }) => delivery.id);
const endpointsOf = ({ taken }: Taking): ReadonlySet<string> =>
  new Set(taken.map(({ endpoint }) => endpoint.id));

function tries() {
  return db.selectFrom('webhook_tries').select(['delivery_id', 'error_code']).execute();
}

describe('deliveries that are due', () => {
  test('are taken once each, by however many dispatchers, with a try written for each', async () => {
    const takings = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        take({ lease: { owner: String(index), ms: 60_000 }, limit: 4 }),
      ),
    );
    const ids = takings.flatMap(idsOf);
    ids.push(...idsOf(await take()));
    expect(ids).toHaveLength(2 * events);
    expect(new Set(ids).size).toBe(2 * events);
    expect(idsOf(await take())).toEqual([]);
    expect((await tries()).map((row) => row.error_code)).toEqual(
      Array(2 * events).fill('interrupted'),
    );
  });

  test('are taken in small parts of each endpoint, and no more than there is room for', async () => {
    const room: Room = { endpointId: sick, places: 1, isResting: false };
    const { taken } = await take({ perEndpoint: 3, rooms: [room] });
    const count = (id: WebhookEndpointId): number =>
      taken.filter(({ endpoint }) => endpoint.id === id).length;
    expect([count(sick), count(healthy)]).toEqual([1, 3]);
    expect(idsOf(await take({ limit: 2 }))).toHaveLength(2);
  });

  test('wait while their endpoint rests, except what a person asked for', async () => {
    const rooms: readonly Room[] = [{ endpointId: sick, places: 8, isResting: true }];
    expect(endpointsOf(await take({ rooms }))).toEqual(new Set([healthy]));
    const asked = await db
      .updateTable('webhook_deliveries')
      .set({ round: 2, started_round: 1 })
      .where('endpoint_id', '=', sick)
      .where('id', 'in', (query) =>
        query
          .selectFrom('webhook_deliveries')
          .select('id')
          .where('endpoint_id', '=', sick)
          .limit(2),
      )
      .returning('id')
      .execute();
    expect([...idsOf(await take({ rooms }))].sort()).toEqual(asked.map(({ id }) => id).sort());
  });

  test('of a disabled endpoint are not taken', async () => {
    await db
      .updateTable('webhook_endpoints')
      .set({ enabled: false })
      .where('id', '=', sick)
      .execute();
    expect(endpointsOf(await take())).toEqual(new Set([healthy]));
  });

  test('count on where a process of an older release had begun a try', async () => {
    const [{ id }] = await db
      .selectFrom('webhook_deliveries')
      .select('id')
      .where('endpoint_id', '=', sick)
      .limit(1)
      .execute()
      .then((rows) => rows as [(typeof rows)[number]]);
    const before = { delivery_id: id, round: 1, duration_ms: 1, at: new Date() };
    await db
      .insertInto('webhook_tries')
      .values({ ...before, try_number: 1, status_code: 500, error_code: 'status_not_2xx' })
      .execute();
    const { taken } = await take();
    expect(taken).toHaveLength(2 * events);
    expect(taken.find(({ delivery }) => delivery.id === id)?.tries).toEqual({
      failed: 1,
      interrupted: 0,
    });
  });
});

describe('leases that lapsed', () => {
  test('are taken over by one dispatcher each, and those that hold are not', async () => {
    const left = idsOf(await take({ limit: 5, lease: { owner: 'dead', ms: 0 } }));
    const held = idsOf(await take({ limit: 3 }));
    const wish = { except: [], limit: 50 };
    const over = await Promise.all(
      ['two', 'three'].map((owner) => takeLapsedLeases(db, { owner, ms: 60_000 }, wish)),
    );
    const ids = over.flat().map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(new Set(ids)).toEqual(new Set(left));
    expect(held.some((id) => left.includes(id))).toBe(false);
    expect(await takeLapsedLeases(db, { owner: 'four', ms: 60_000 }, wish)).toEqual([]);
  });
});
