import { sql, type Kysely } from 'kysely';
import { dispatchEvents } from '../../activities/webhooks/outbox';
import { quietDeliveries } from '../../activities/webhooks/quiet-deliveries';
import { takeFirstTries } from '../../activities/webhooks/take-first-tries';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import { outboxMigration } from '../../shared/database/migrations/0045-outbox';
import type { Database } from '../../shared/database/schema';
import { newId, type WebhookDeliveryId } from '../../shared/domain/ids';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { fireEvent, seedEndpoint, seedOwner, seedSession, type Owner } from '../webhooks/seed';

const keyring = createKeyring(newKeyringFile());
let database: TestDatabase;
let db: Kysely<Database>;
let owner: Owner;

/** As a release before left the tables. */
const before = [
  `DROP TABLE outbox`,
  `ALTER TABLE events ADD COLUMN dispatched_at timestamptz`,
  `CREATE INDEX events_outbox ON events (position) WHERE dispatched_at IS NULL`,
  `DROP INDEX webhook_deliveries_due, webhook_deliveries_begun, webhook_deliveries_leased`,
  `ALTER TABLE webhook_deliveries DROP COLUMN leased_by, DROP COLUMN leased_until`,
  `CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (id) WHERE status = 'pending'`,
];

beforeEach(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  owner = await seedOwner(db);
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

it('events that were not dispatched yet are, in their order, and no other', async () => {
  const sessionId = await seedSession(db, keyring, owner, 'order-7');
  const ids = [];
  for (let sequence = 1; sequence <= 4; sequence += 1) {
    ids.push(await fireEvent(db, owner, { sessionId, type: 'session.started', sequence }));
  }
  for (const statement of before) await sql.raw(statement).execute(db);
  await sql`UPDATE events SET dispatched_at = now() WHERE id = ${ids[1] ?? ''}`.execute(db);
  await outboxMigration.up(db);
  const rows = await db.selectFrom('outbox').select('event_id').orderBy('position').execute();
  expect(rows.map(({ event_id: id }) => id)).toEqual([ids[0], ids[2], ids[3]]);
  expect(await dispatchEvents(db, new Date())).toMatchObject({ events: 3 });
});

it('deliveries that run go on with their workflows; those without one get their first try', async () => {
  const sessionId = await seedSession(db, keyring, owner, 'order-7');
  const { id: endpointId } = await seedEndpoint(db, keyring, owner, { url: 'http://127.0.0.1:9/' });
  const delivery = async (sequence: number, startedRound: number): Promise<WebhookDeliveryId> => {
    const id = newId('webhookDelivery');
    const type = 'session.started';
    const event_id = await fireEvent(db, owner, { sessionId, type, sequence });
    await db
      .insertInto('webhook_deliveries')
      .values({
        id,
        organization_id: owner.organizationId,
        environment: 'live',
        event_id,
        endpoint_id: endpointId,
        session_id: sessionId,
        event_type: type,
        status: 'pending',
        round: 1,
        started_round: startedRound,
        tries: startedRound,
        created_at: new Date(),
        updated_at: new Date(),
      })
      .execute();
    return id;
  };
  const [running, waiting] = [await delivery(1, 1), await delivery(2, 0)];
  for (const statement of before) await sql.raw(statement).execute(db);
  await outboxMigration.up(db);
  const { taken } = await takeFirstTries(db, {
    lease: { owner: 'one', ms: 60_000 },
    now: new Date(),
    limit: 10,
    perEndpoint: 10,
    rooms: [],
    after: '',
  });
  expect(taken.map((one) => one.delivery.id)).toEqual([waiting]);
  const soon = new Date(Date.now() + 1_000);
  const quiet = await quietDeliveries(db, { after: null, before: soon, limit: 10 });
  expect(quiet.map(({ id }) => id)).toEqual([running]);
});
