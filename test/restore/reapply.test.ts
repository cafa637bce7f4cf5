import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { reapplyErasures, type ReapplyTold } from '../../services/admin/reapplying/reapply-all';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import type { ErasureKind } from '../../shared/domain/erasure/erasure-kind';
import { newId, type JournalEntryId, type OrganizationId } from '../../shared/domain/ids';
import { comparedCursor, compareWithJournal } from '../../shared/erasure/journal/compare-journal';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { sealEntry } from '../../shared/erasure/journal/journal-entry';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { memoryObjectStore } from '../workflow/memory-object-store';
import { seedSession } from '../workflow/seed-session';

/** What a restored database is told by a journal, entry by entry. */
let database: TestDatabase;
let db: Kysely<Database>;
let organizationId: OrganizationId;
beforeEach(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  organizationId = newId('organization');
  await db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Test', created_at: new Date() })
    .execute();
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

const keyring = createKeyring(newKeyringFile());

function stage() {
  const objects = memoryObjectStore();
  const journal = createErasureJournal(memoryObjectStore());
  async function write(kind: ErasureKind, subject: string): Promise<JournalEntryId> {
    const id = newId('journalEntry');
    const entry = {
      journal: 1 as const,
      id,
      kind,
      subject_id: subject,
      organization_id: organizationId,
      environment: 'live' as const,
      erased_at: new Date().toISOString(),
      receipt: null,
    };
    await journal.write(id, sealEntry(keyring, entry));
    return id;
  }
  const reapply = (options: { readonly isJournalLost?: boolean } = {}): Promise<ReapplyTold> =>
    reapplyErasures(
      {
        db,
        keyring,
        journal,
        objects,
        publicKey: '',
        clock: () => new Date(),
        alert: (message) => {
          throw new Error(message);
        },
        report: () => undefined,
      },
      { isDryRun: false, isJournalLost: false, ...options },
    );
  return { objects, journal, write, reapply };
}

const seeded = () => seedSession({ db, keyring, organizationId, at: new Date() }, {});

test('a session that was hidden since is hidden, though the copy has it still open', async () => {
  const { write, reapply } = stage();
  const { id } = await seeded();
  await write('session_hidden', id);
  expect(await reapply()).toMatchObject({ erased: { session_hidden: 1 }, not_there: {} });
  const row = await db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
  expect(row).toMatchObject({ status: 'expired', retention_status: 'sensitive_redacted' });
  expect(row?.wrapped_key).not.toBeNull();
});

test('of a session that the copy does not have, objects of a backup of their own go all the same', async () => {
  const { objects, write, reapply } = stage();
  const [gone, other] = [newId('session'), newId('session')];
  await write('session_erased', gone);
  for (const id of [gone, other]) await objects.put(`${id}/doc_1`, Readable.from(['x']));
  expect(await reapply()).toMatchObject({ erased: {}, not_there: { session_erased: 1 } });
  expect([...objects.keys]).toEqual([`${other}/doc_1`]);
});

test('an object store that is away leaves the entry unknown; run again it is done', async () => {
  const { objects, journal, write, reapply } = stage();
  const { id } = await seeded();
  const entry = await write('session_erased', id);
  objects.away = true;
  await expect(reapply()).rejects.toMatchObject({ code: 'temporarily_unavailable' });
  expect((await compareWithJournal(db, journal)).unknown).toEqual([entry]);
  objects.away = false;
  expect(await reapply()).toMatchObject({ erased: { session_erased: 1 } });
  expect(await reapply()).toMatchObject({ unknown: {}, erased: {} });
  const entries = await db.selectFrom('erasure_journal').select('id').execute();
  expect(entries).toEqual([{ id: entry }]);
});

test('a row that a hand wrote is named, the others are repeated, and it is not done', async () => {
  const { journal, write, reapply } = stage();
  const [bad, good] = [await seeded(), await seeded()];
  await db.updateTable('sessions').set({ state: '{}' }).where('id', '=', bad.id).execute();
  const entry = await write('session_erased', bad.id);
  await write('session_erased', good.id);
  await expect(reapply()).rejects.toThrow(bad.id);
  const { retention_status } = await db
    .selectFrom('sessions')
    .select('retention_status')
    .where('id', '=', good.id)
    .executeTakeFirstOrThrow();
  expect(retention_status).toBe('redacted');
  expect((await compareWithJournal(db, journal)).unknown).toEqual([entry]);
});

test('a journal that lost what it had is refused, unless the operator says so: then it is written anew', async () => {
  const { write, reapply } = stage();
  const { id } = await seeded();
  await write('session_erased', id);
  await reapply();
  const lost = newId('journalEntry');
  await db
    .insertInto('sweep_cursors')
    .values({ name: comparedCursor, after: lost, updated_at: new Date() })
    .execute();
  await expect(reapply()).rejects.toThrow(lost);
  await reapply({ isJournalLost: true });
  const left = await db.selectFrom('erasure_journal').select('written_at').execute();
  expect(left).toEqual([{ written_at: null }]);
  expect(await db.selectFrom('sweep_cursors').selectAll().execute()).toEqual([]);
});
