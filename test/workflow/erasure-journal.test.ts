import { z } from 'zod';
import { eraseIdentity } from '../../shared/identities/refresh-identity';
import { insertIdentity } from '../../shared/identities/insert-identity';
import { newId, type SessionId } from '../../shared/domain/ids';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { openEntry, type JournalEntry } from '../../shared/erasure/journal/journal-entry';
import { setSessionStage, type SessionStage } from './session-stage';

/** Every erasure stands in the journal before it counts as done, and nothing else does. */
let stage: SessionStage;
beforeAll(async () => {
  stage = await setSessionStage();
});
afterAll(() => stage.stop());

async function entries(): Promise<readonly JournalEntry[]> {
  const journal = createErasureJournal(stage.journalStore);
  const found: JournalEntry[] = [];
  for await (const name of journal.namesAfter('')) {
    const opened = openEntry(stage.keyring, name, await journal.read(name));
    if (opened.is === 'refused') throw new Error(opened.why);
    found.push(opened.entry);
  }
  return found;
}

async function toldOf(subject: string): Promise<readonly string[]> {
  return (await entries()).flatMap(({ kind, subject_id: id }) => (id === subject ? [kind] : []));
}

async function decided(daysAgo: number): Promise<SessionId> {
  const id = await stage.create();
  await stage.send(id, { type: 'start_capture' });
  await stage.send(id, { type: 'submit' });
  await stage.ended(id);
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  await stage.db
    .updateTable('sessions')
    .set({ updated_at: at, ended_at: at })
    .where('id', '=', id)
    .execute();
  return id;
}

const unwritten = () =>
  stage.db.selectFrom('erasure_journal').select('id').where('written_at', 'is', null).execute();

test('a redaction: one entry, with the receipt that was given out', async () => {
  const id = await stage.create();
  await stage.send(id, { type: 'redact' });
  await stage.ended(id);
  const { record, signature } = await stage.db
    .selectFrom('erasures')
    .select(['record', 'signature'])
    .where('session_id', '=', id)
    .executeTakeFirstOrThrow();
  const mine = (await entries()).filter(({ subject_id: subject }) => subject === id);
  expect(mine).toMatchObject([{ kind: 'session_erased', receipt: { record, signature } }]);
});

test('an erasure that a hold refuses leaves no entry; the lifting of the hold does', async () => {
  const id = await stage.create();
  await stage.send(id, { type: 'place_hold' });
  await stage.send(id, { type: 'redact' });
  await stage.activities.finishErasures();
  expect(await toldOf(id)).toEqual([]);
  await stage.send(id, { type: 'lift_hold' });
  await stage.ended(id);
  expect(await toldOf(id)).toEqual(['session_erased']);
});

test('retention: what it hides and what it destroys', async () => {
  const hidden = await decided(91);
  const destroyed = await decided(366);
  await stage.activities.endRetention();
  expect(await toldOf(hidden)).toEqual(['session_hidden']);
  expect(await toldOf(destroyed)).toEqual(['session_erased']);
});

test('an identity, by whichever road', async () => {
  const row = await stage.db.transaction().execute((trx) =>
    insertIdentity(trx, stage.keyring, {
      organizationId: stage.organizationId,
      environment: 'live',
      externalRef: 'erased-soon',
      origin: 'api',
      at: new Date(),
    }),
  );
  if (row === undefined) throw new Error('no identity');
  await stage.db.transaction().execute((trx) => eraseIdentity(trx, row, new Date()));
  await stage.activities.finishErasures();
  expect(await toldOf(row.id)).toEqual(['identity_erased']);
});

test('an item of a list, and a list that takes its items along', async () => {
  const owner = { organization_id: stage.organizationId, environment: 'live' as const };
  const [kept, gone] = [newId('list'), newId('list')];
  const written = { created_at: new Date(), updated_at: new Date() };
  const items = [newId('listItem'), newId('listItem')] as const;
  for (const id of [kept, gone]) {
    await stage.db
      .insertInto('lists')
      .values({ ...owner, id, name: id, action: 'flag', origin: 'api', ...written })
      .execute();
  }
  for (const [index, list_id] of [kept, gone].entries()) {
    await stage.db
      .insertInto('list_items')
      .values({
        ...owner,
        id: items[index] ?? 'lit_',
        list_id,
        kind: 'email',
        value_sealed: Buffer.from('x'),
        value_hash: Buffer.from(list_id),
        key_hashes: null,
        engine: null,
        session_id: null,
        actor_kind: 'system',
        actor_id: null,
        created_at: written.created_at,
      })
      .execute();
  }
  await stage.db.deleteFrom('list_items').where('id', '=', items[0]).execute();
  await stage.db.deleteFrom('lists').where('id', '=', gone).execute();
  await stage.activities.finishErasures();
  expect(await toldOf(items[0])).toEqual(['list_item_deleted']);
  expect(await toldOf(gone)).toEqual(['list_deleted']);
  expect(await toldOf(items[1])).toEqual([]);
});

test('a journal that is away loses nothing: the data goes at once, the entry with the sweep, alerted', async () => {
  const id = await stage.create();
  stage.journalStore.away = true;
  await stage.send(id, { type: 'redact' });
  expect(await stage.row(id)).toMatchObject({ wrapped_key: null });
  expect((await stage.ended(id)).retention_status).toBe('redacted');
  expect(await unwritten()).toHaveLength(1);
  await expect(stage.activities.finishErasures()).rejects.toMatchObject({
    code: 'temporarily_unavailable',
  });
  expect(stage.alerts).toContain(
    'the journal entry of an erasure failed for one; the others go on',
  );
  stage.journalStore.away = false;
  await stage.activities.finishErasures();
  expect(await unwritten()).toEqual([]);
  expect(await toldOf(id)).toEqual(['session_erased']);
});

test('a process that dies between the journal and its row writes the same object again', async () => {
  const id = await stage.create();
  await stage.send(id, { type: 'redact' });
  await stage.ended(id);
  const before = await entries();
  await stage.db
    .updateTable('erasure_journal')
    .set({ written_at: null })
    .where('subject_id', '=', id)
    .execute();
  await stage.activities.finishErasures();
  expect(await entries()).toEqual(before);
  expect(await unwritten()).toEqual([]);
});

test('the sweep notes how far both agree, and alerts an entry that the database does not know', async () => {
  await stage.activities.finishErasures();
  const place = () =>
    stage.db
      .selectFrom('sweep_cursors')
      .select('after')
      .where('name', '=', 'erasure_journal')
      .executeTakeFirst();
  const all = (await entries()).map(({ id }) => id);
  expect(await place()).toEqual({ after: all.at(-1) });
  const last = all.at(-1) ?? 'ers_';
  await stage.db.deleteFrom('erasure_journal').where('id', '=', last).execute();
  const alerts = stage.alerts.length;
  await stage.activities.finishErasures();
  expect(stage.alerts.slice(alerts)).toEqual([
    'the journal knows erasures that the database does not: reapply-erasures',
  ]);
  expect(z.string().parse(stage.alerted.at(-1)?.['entryId'])).toBe(last);
});

test('the search for objects without a row leaves the journal alone, in one bucket with it', async () => {
  const { objects } = stage;
  const journal = createErasureJournal(objects);
  await journal.write('ers_01aaaaaaaaaaaaaaaaaaaaaaaa', 'an entry of long ago');
  await stage.activities.deleteOrphans();
  expect([...objects.keys]).toContain('erasure-journal/ers_01aaaaaaaaaaaaaaaaaaaaaaaa');
});
