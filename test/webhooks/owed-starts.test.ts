import type { Kysely } from 'kysely';
import { dispatchBatch, withOwedStarts, type OwedStart } from '../../activities/webhooks/outbox';
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
  await dispatchBatch(db, new Date());
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

async function startAll(
  heldBack: readonly WebhookEndpointId[] = [],
  limit = 50,
): Promise<readonly OwedStart[]> {
  let seen: readonly OwedStart[] = [];
  await withOwedStarts(db, { limit, heldBack }, (owed) => Promise.resolve((seen = owed)));
  return seen;
}

describe('deliveries without a workflow', () => {
  test('are started by one dispatcher each, however many there are', async () => {
    const pages: (readonly OwedStart[])[] = [];
    let bothAtWork: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (bothAtWork = resolve));
    const dispatcher = (): Promise<boolean> =>
      withOwedStarts(db, { limit: 8, heldBack: [] }, async (owed) => {
        pages.push(owed);
        if (pages.length === 2) bothAtWork();
        await both;
        return owed;
      });
    const isMore = await Promise.all([dispatcher(), dispatcher()]);
    const ids = pages.flat().map(({ id }) => id);
    expect(ids).toHaveLength(2 * events);
    expect(new Set(ids).size).toBe(2 * events);
    expect(isMore.sort()).toEqual([false, true]);
    expect(await startAll()).toEqual([]);
  });

  test('that could not be started are owed still', async () => {
    const first = await startAll([], 3);
    await withOwedStarts(db, { limit: 4, heldBack: [] }, () => Promise.resolve([]));
    const rest = await startAll();
    expect(rest).toHaveLength(2 * events - 3);
    const known = new Set(first.map(({ id }) => id));
    expect(rest.filter(({ id }) => known.has(id))).toEqual([]);
  });

  test('wait while their endpoint is held back, and keep nobody else waiting', async () => {
    const started = await startAll([sick], events);
    expect(started.map(({ endpoint_id: id }) => id)).toEqual(Array(events).fill(healthy));
    expect(await startAll([sick])).toEqual([]);
    expect(await startAll()).toHaveLength(events);
  });

  test('go ahead all the same when a person asked for the retry', async () => {
    await startAll();
    const again = await db
      .updateTable('webhook_deliveries')
      .set({ round: 2 })
      .where('endpoint_id', '=', sick)
      .returning('id')
      .execute();
    const started = await startAll([sick]);
    expect(started.map(({ id }) => id).sort()).toEqual(again.map(({ id }) => id).sort());
  });
});
