import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { ulid } from 'ulid';
import { createErasureGate, type ErasureGate } from '../../services/api/erasure-gate';
import { fillJournal } from '../../activities/session/fill-journal';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase, connectScoped } from '../../shared/database/connect';
import { createTenancy } from '../../shared/database/tenancy';
import type { Database } from '../../shared/database/schema';
import { newId, type ListId } from '../../shared/domain/ids';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { memoryObjectStore } from '../workflow/memory-object-store';

/** When the API is kept closed, and when not. It asks as the API does: as nobody, behind the wall. */
let database: TestDatabase;
let db: Kysely<Database>;
let walled: ReturnType<typeof connectScoped>;
beforeEach(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  walled = connectScoped({ url: database.url, maxConnections: 2 }, createTenancy());
});
afterEach(async () => {
  await walled.close();
  await db.destroy();
  await database.drop();
});

const keyring = createKeyring(newKeyringFile());

function stage() {
  const store = memoryObjectStore();
  const journal = createErasureJournal(store);
  const alerts: string[] = [];
  const alert = (message: string): void => void alerts.push(message);
  const gate: ErasureGate = createErasureGate({ db: walled.nobodys, journal, alert });
  const sweep = () =>
    fillJournal({
      db,
      keyring,
      journal,
      alert,
      clock: () => new Date(),
      heartbeat: () => undefined,
    });
  return { store, journal, alerts, gate, sweep };
}

async function deleteList(): Promise<void> {
  const organizationId = newId('organization');
  const id: ListId = newId('list');
  const at = new Date();
  await db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Test', created_at: at })
    .execute();
  await db
    .insertInto('lists')
    .values({
      id,
      organization_id: organizationId,
      environment: 'live',
      name: id,
      action: 'flag',
      origin: 'api',
      created_at: at,
      updated_at: at,
    })
    .execute();
  await db.deleteFrom('lists').where('id', '=', id).execute();
}

test('closed until the journal was read once; an empty one of a new installation opens it', async () => {
  const { gate } = stage();
  expect(gate.closedBy()).toBe('temporarily_unavailable');
  await gate.look();
  expect(gate.closedBy()).toBeNull();
});

test('a journal that cannot be read at the start keeps it closed, and is alerted once', async () => {
  const { gate, store, alerts } = stage();
  store.away = true;
  await gate.look();
  await gate.look();
  expect(gate.closedBy()).toBe('temporarily_unavailable');
  expect(alerts).toEqual(['the erasure journal could not be compared with the database']);
  store.away = false;
  await gate.look();
  expect(gate.closedBy()).toBeNull();
});

test('an outage of the store while it runs changes nothing, and is alerted', async () => {
  const { gate, store, alerts } = stage();
  await gate.look();
  store.away = true;
  await gate.look();
  expect(gate.closedBy()).toBeNull();
  expect(alerts).toHaveLength(1);
});

test('closed while the journal knows an entry that the database does not, also a database put back under it', async () => {
  const { gate, alerts, sweep } = stage();
  await deleteList();
  await sweep();
  await gate.look();
  expect(gate.closedBy()).toBeNull();
  const [row] = await db.deleteFrom('erasure_journal').returningAll().execute();
  await gate.look();
  await gate.look();
  expect(gate.closedBy()).toBe('erasures_unapplied');
  expect(alerts).toEqual(['not ready: run `npm run admin -- reapply-erasures`']);
  if (row === undefined) throw new Error('no entry');
  await db
    .insertInto('erasure_journal')
    .values({ ...row, repeating: true })
    .execute();
  await gate.look();
  expect(gate.closedBy()).toBe('erasures_unapplied');
  await db.updateTable('erasure_journal').set({ repeating: false }).execute();
  await gate.look();
  expect(gate.closedBy()).toBeNull();
});

test('a name that is no entry closes it too: only somebody else can have put it there', async () => {
  const { gate, store } = stage();
  await store.put('erasure-journal/zzz', Readable.from(['x']));
  await gate.look();
  expect(gate.closedBy()).toBe('erasures_unapplied');
});

test('a journal that lost what was written to it is none: closed at the start', async () => {
  const { gate, store, sweep } = stage();
  await deleteList();
  await sweep();
  for (const key of [...store.keys]) await store.delete(key);
  await gate.look();
  expect(gate.closedBy()).toBe('temporarily_unavailable');
});

test('a look costs what was erased lately, however long the journal is', async () => {
  const { journal, sweep } = stage();
  await deleteList();
  const hourBefore = new Date(Date.now() - 2 * 3_600_000);
  const old = Array.from({ length: 3_000 }, () => ({
    id: `ers_${ulid(hourBefore.getTime()).toLowerCase()}` as const,
    organization_id: newId('organization'),
    environment: 'live' as const,
    kind: 'list_deleted' as const,
    subject_id: newId('list'),
    erased_at: hourBefore,
    written_at: hourBefore,
  }));
  await db.insertInto('erasure_journal').values(old).execute();
  for (const { id } of old) await journal.write(id, 'of long ago');
  await sweep();
  const seen: string[] = [];
  const watched = {
    ...journal,
    async *namesAfter(after: string) {
      for await (const name of journal.namesAfter(after)) {
        seen.push(name);
        yield name;
      }
    },
  };
  const other = createErasureGate({
    db: walled.nobodys,
    journal: watched,
    alert: () => undefined,
  });
  await other.look();
  expect(other.closedBy()).toBeNull();
  expect(seen).toHaveLength(1);
});
