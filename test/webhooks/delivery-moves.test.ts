import { sql, type Kysely } from 'kysely';
import { dispatchEvents } from '../../activities/webhooks/outbox';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import {
  deliveryForms,
  deliveryInputs,
  moveDelivery,
  type Delivery,
} from '../../shared/domain/delivery/delivery';
import type { WebhookDeliveryId } from '../../shared/domain/ids';
import { deliveryMove, startedRoundOf, statusOf } from '../../shared/webhooks/move-deliveries';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { fireEvent, seedEndpoint, seedOwner, seedSession } from './seed';

let database: TestDatabase;
let db: Kysely<Database>;
let ids: readonly WebhookDeliveryId[];
const forms = [1, 2, 5].flatMap(deliveryForms);

beforeAll(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 3 });
  const keyring = createKeyring(newKeyringFile());
  const owner = await seedOwner(db);
  const sessionId = await seedSession(db, keyring, owner, 'order-7');
  await seedEndpoint(db, keyring, owner, { url: 'http://127.0.0.1:9/' });
  for (const [sequence] of forms.entries()) {
    await fireEvent(db, owner, { sessionId, type: 'session.approved', sequence });
  }
  await dispatchEvents(db, new Date());
  const rows = await db.selectFrom('webhook_deliveries').select('id').orderBy('id').execute();
  ids = rows.map(({ id }) => id);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

function idAt(index: number): WebhookDeliveryId {
  const id = ids[index];
  if (id === undefined) throw new Error('no such row');
  return id;
}

async function write(form: Delivery, index: number): Promise<void> {
  const isLeased = form.stage === 'trying';
  await db
    .updateTable('webhook_deliveries')
    .set({
      status: statusOf(form),
      round: form.round,
      started_round: startedRoundOf(form),
      leased_by: isLeased ? 'one' : null,
      leased_until: isLeased ? new Date() : null,
    })
    .where('id', '=', idAt(index))
    .execute();
}

async function read(index: number): Promise<Delivery> {
  const row = await db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('id', '=', idAt(index))
    .executeTakeFirstOrThrow();
  const isBegun = row.started_round >= row.round;
  expect(row.started_round).toBeLessThanOrEqual(row.round);
  expect(row.leased_by === null).toBe(row.leased_until === null);
  if (row.status !== 'pending') return { stage: row.status, round: row.round, isBegun };
  if (!isBegun) return { stage: 'due', round: row.round, isBegun };
  return { stage: row.leased_by === null ? 'retrying' : 'trying', round: row.round, isBegun };
}

test.each(deliveryInputs)('rows are moved by %s exactly as the table says', async (input) => {
  for (const [index, form] of forms.entries()) await write(form, index);
  const { set, where } = deliveryMove(input, { owner: 'two', ms: 60_000 });
  const moved = await db
    .updateTable('webhook_deliveries')
    .set(set)
    .where(where)
    .where(sql<boolean>`id = ANY (${ids}::text[])`)
    .returning('id')
    .execute();
  const movedIds = new Set(moved.map(({ id }) => id));
  for (const [index, form] of forms.entries()) {
    const expected = moveDelivery(form, input);
    expect(movedIds.has(idAt(index))).toBe(expected !== null);
    expect(await read(index)).toEqual(expected ?? form);
  }
});
