import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import type { Database, SessionRow } from '../../shared/database/schema';
import { newId } from '../../shared/domain/ids';
import { appendEvent } from '../../shared/outbox/append-event';
import { outboxChannel } from '../../shared/outbox/notice';
import { addStep } from '../../shared/timeline/append-step';
import { PendingWrites } from '../../shared/records/pending-writes';
import { countPostgres, type CountedPostgres } from '../stack/counted-postgres';
import { seedEndpoint } from '../webhooks/seed';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { seedSession } from '../workflow/seed-session';

let database: TestDatabase;
let wire: CountedPostgres;
let db: Kysely<Database>;
let session: SessionRow;
const heard: string[] = [];
let listener: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  wire = await countPostgres(database.url);
  db = connectDatabase({ url: wire.url, maxConnections: 2 });
  listener = new Client({ connectionString: database.url });
  await listener.connect();
  listener.on('notification', ({ channel }) => heard.push(channel));
  await listener.query(`LISTEN ${outboxChannel}`);
  const organizationId = newId('organization');
  const at = new Date();
  await db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Test', created_at: at })
    .execute();
  const keyring = createKeyring(newKeyringFile());
  session = await seedSession({ db, keyring, organizationId, at }, {});
  const owner = { organizationId, workflowId: session.workflow_id };
  await seedEndpoint(db, keyring, owner, { url: 'https://receiver.example/hook' });
});
afterAll(async () => {
  await listener.end();
  await db.destroy();
  await wire.stop();
  await database.drop();
});

/** A notification comes ahead of the answer to whatever its listener asks after the commit. */
async function heardSoFar(): Promise<readonly string[]> {
  await listener.query('SELECT 1');
  return heard.splice(0);
}

const actor = { kind: 'person', id: null } as const;
const steps = ['link_bound', 'consent', 'document_type_chosen'] as const;

it('steps, audit records, events and other rows go as one statement, in their order, with one notice', async () => {
  await heardSoFar();
  wire.take();
  await db.transaction().execute(async (trx) => {
    const writes = new PendingWrites(trx);
    writes.add(
      trx.updateTable('sessions').set({ event_sequence: 12 }).where('id', '=', session.id),
    );
    for (const [index, event] of steps.entries()) {
      const at = new Date();
      addStep(writes, session, { event, actor, detail: {}, at });
      const data = { status: session.status };
      const sequence = session.event_sequence + index + 1;
      writes.addEvent(session, { type: 'session.started', data, sequence, at });
    }
    await writes.send();
    await writes.send();
  });
  const { statements, commits } = wire.take();
  expect(statements.map(({ text }) => text.split(' ')[0])).toEqual(['begin', 'WITH', 'commit']);
  expect(commits).toBe(1);
  expect(await heardSoFar()).toEqual([outboxChannel]);
  const timeline = await db
    .selectFrom('timeline')
    .select('event')
    .where('session_id', '=', session.id)
    .where('kind', '=', 'step')
    .orderBy('position')
    .execute();
  expect(timeline.map(({ event }) => event)).toEqual(steps);
  const events = await db
    .selectFrom('events')
    .select('sequence')
    .where('session_id', '=', session.id)
    .where('type', '=', 'session.started')
    .orderBy('position')
    .execute();
  expect(events.map(({ sequence }) => sequence - session.event_sequence)).toEqual([1, 2, 3]);
  const audit = await db
    .selectFrom('audit')
    .select('action')
    .where('resource_id', '=', session.id)
    .execute();
  expect(audit).toHaveLength(3);
});

it('without anything to write nothing is sent', async () => {
  wire.take();
  await new PendingWrites(db).send();
  expect(wire.take().statements).toEqual([]);
});

it('an event of an environment without an endpoint wakes nobody, and waits in the outbox', async () => {
  await heardSoFar();
  const event = {
    type: 'session.started',
    data: { status: session.status },
    sequence: session.event_sequence + 20,
    at: new Date(),
  } as const;
  const id = await appendEvent(db, { ...session, environment: 'sandbox' }, event);
  expect(await heardSoFar()).toEqual([]);
  const waiting = await db
    .selectFrom('outbox')
    .select('environment')
    .where('event_id', '=', id)
    .execute();
  expect(waiting).toEqual([{ environment: 'sandbox' }]);
});
