import { blockSubject } from '../../activities/checks/records/lists/block-subject';
import { drawnPortrait } from '../../services/local/specimen';
import type { ExtractedData } from '../../shared/domain/checks/extracted-data';
import type { SessionRow } from '../../shared/database/schema';
import { setRecordStage, type RecordStage } from '../checks/records/record-stage';
import { dumpDatabase, found } from './stored-places';

/** Read from the document, typed, or known: all that the checks of the records compare. */
const planted = {
  last_name: 'Zwetschgenbaum',
  first_name: 'Philomena',
  document_number: 'SPX015127',
  date_of_birth: '1987-06-05',
  email: 'planted.person@example.org',
  phone: '+31612345678',
  typed_name: 'Plantagenet',
};
const extracted: ExtractedData = {
  document_type: 'passport',
  document_issuing_state: 'NLD',
  last_name: planted.last_name,
  first_name: planted.first_name,
  document_number: planted.document_number,
  nationality: 'NLD',
  date_of_birth: planted.date_of_birth,
  gender: 'female',
  document_expiration_date: '2034-03-09',
};

let stage: RecordStage;
let session: SessionRow;

beforeAll(async () => {
  stage = await setRecordStage();
  session = await stage.judging({
    extracted,
    face: 10,
    front: await drawnPortrait(1),
    fields: { email: planted.email, phone: planted.phone, first_name: planted.typed_name },
  });
  for (const check of [
    'identity_crossref',
    'duplicate_detection',
    'check_against_list',
    'document_forensics',
  ] as const) {
    await stage.run(session, check);
  }
  const given = {
    session,
    extracted,
    actor: { kind: 'reviewer', id: null },
    at: new Date(),
  } as const;
  await stage.db.transaction().execute((trx) => blockSubject(trx, stage, given));
});
afterAll(() => stage.stop());

test('what finds a person again says nothing of them in any row', async () => {
  const rows = await dumpDatabase(stage.db);
  expect(found(rows, { id: session.id, kind: 'name_dob', reason: 'first_name_mismatch' })).toEqual([
    'id',
    'kind',
    'reason',
  ]);
  expect(found(rows, planted)).toEqual([]);
});

test('a hash is no hash of the value alone: without the key nobody can try values', async () => {
  const hashes = await stage.db
    .selectFrom('session_attributes')
    .select(['kind', 'value_hash'])
    .where('session_id', '=', session.id)
    .execute();
  const other = await stage.judging({
    organizationId: await stage.addOrganization(),
    extracted,
    fields: { email: planted.email, phone: planted.phone },
  });
  await stage.run(other, 'duplicate_detection');
  const theirs = await stage.db
    .selectFrom('session_attributes')
    .select('value_hash')
    .where('session_id', '=', other.id)
    .execute();
  const hex = theirs.map(({ value_hash: hash }) => hash.toString('hex'));
  expect(hex.length).toBeGreaterThan(3);
  // The same person under another organisation's key: not one hash in common.
  expect(hashes.filter(({ value_hash: hash }) => hex.includes(hash.toString('hex')))).toEqual([]);
});

test('redaction leaves of it only what a reviewer blocked', async () => {
  await stage.redact(session);
  const rows = await Promise.all(
    (['session_attributes', 'face_embeddings', 'document_prints', 'list_items'] as const).map(
      async (table) => {
        const left = await stage.db
          .selectFrom(table)
          .select('session_id')
          .where('session_id', '=', session.id)
          .execute();
        return [table, left.length];
      },
    ),
  );
  expect(rows).toEqual([
    ['session_attributes', 0],
    ['face_embeddings', 0],
    ['document_prints', 0],
    ['list_items', 5],
  ]);
  expect(found(await dumpDatabase(stage.db), planted)).toEqual([]);
});
