import type { Kysely } from 'kysely';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import { journalOfBeforeMigration } from '../../shared/database/migrations/0063-journal-of-before';
import type { Database } from '../../shared/database/schema';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { seedOwner, seedSession } from '../webhooks/seed';

let database: TestDatabase;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

test('what was erased or hidden before there was a journal is noted, once however often it runs', async () => {
  const owner = await seedOwner(db);
  const keyring = createKeyring(newKeyringFile());
  const erased = await seedSession(db, keyring, owner, 'erased');
  const hidden = await seedSession(db, keyring, owner, 'hidden');
  await seedSession(db, keyring, owner, 'open');
  await db
    .insertInto('erasures')
    .values({
      organization_id: owner.organizationId,
      environment: 'live',
      session_id: erased,
      documents_removed: 0,
      record: '{}',
      signature: 'x',
      pending_object_keys: [],
      created_at: new Date(),
    })
    .execute();
  await db
    .updateTable('sessions')
    .set({ retention_status: 'sensitive_redacted' })
    .where('id', '=', hidden)
    .execute();
  // As a release without the triggers leaves them.
  await db.deleteFrom('erasure_journal').execute();
  for (let run = 0; run < 2; run += 1) await journalOfBeforeMigration.up(db);
  const noted = await db
    .selectFrom('erasure_journal')
    .select(['id', 'kind', 'subject_id', 'written_at'])
    .orderBy('kind')
    .execute();
  expect(noted).toEqual([
    {
      id: erased.replace('ses_', 'ers_'),
      kind: 'session_erased',
      subject_id: erased,
      written_at: null,
    },
    {
      id: hidden.replace('ses_', 'ers_'),
      kind: 'session_hidden',
      subject_id: hidden,
      written_at: null,
    },
  ]);
});
