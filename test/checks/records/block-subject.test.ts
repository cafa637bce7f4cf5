import type { ExtractedData } from '../../../shared/domain/checks/extracted-data';
import type { SessionRow } from '../../../shared/database/schema';
import { blockSubject } from '../../../activities/checks/records/lists/block-subject';
import { openItem } from '../../../shared/lists/open-item';
import { setRecordStage, type RecordStage, type Somebody } from './record-stage';

let stage: RecordStage;
let organizationId: Awaited<ReturnType<RecordStage['addOrganization']>>;
beforeAll(async () => {
  stage = await setRecordStage();
});
afterAll(() => stage.stop());
beforeEach(async () => {
  organizationId = await stage.addOrganization();
});

const read: ExtractedData = {
  document_type: 'passport',
  document_issuing_state: 'NLD',
  last_name: 'VOORBEELD',
  first_name: 'NOOR ANNA',
  document_number: 'SPX015127',
  nationality: 'NLD',
  date_of_birth: '1990-03-10',
  gender: 'female',
  document_expiration_date: '2034-03-09',
};
const person: Somebody = {
  extracted: read,
  face: 10,
  ip: '198.51.100.77',
  fields: { email: 'noor@example.org', phone: '+31612345678' },
};

/** A session that was judged, with its face kept, and then refused by a reviewer. */
async function refused(): Promise<SessionRow> {
  const session = await stage.judging({ organizationId, ...person });
  await stage.run(session, 'duplicate_detection');
  return session;
}

function block(session: SessionRow, extracted: ExtractedData | null = read): Promise<number> {
  const actor = { kind: 'reviewer' as const, id: 'usr_1' };
  const given = { session, extracted, actor, at: new Date() };
  return stage.db.transaction().execute((trx) => blockSubject(trx, stage, given));
}

async function listed(somebody: Somebody): Promise<unknown> {
  const session = await stage.judging({ organizationId, ...somebody });
  const { status, reasons } = await stage.run(session, 'check_against_list');
  return [status, ...reasons];
}

test('document, name with birth, e-mail, phone and face of the refused go to the list', async () => {
  expect(await block(await refused())).toBe(6);
  const items = await stage.db
    .selectFrom('list_items')
    .innerJoin('lists', 'lists.id', 'list_items.list_id')
    .selectAll('list_items')
    .select(['lists.action', 'lists.origin'])
    .where('list_items.organization_id', '=', organizationId)
    .orderBy('list_items.id')
    .execute();
  expect(items.map((item) => [item.kind, openItem(stage.keyring, item)])).toEqual([
    ['document_number', 'NLD:SPX015127'],
    ['name_dob', 'NOOR ANNA VOORBEELD 1990-03-10'],
    ['name_dob', 'NOOR VOORBEELD 1990-03-10'],
    ['email', 'noor@example.org'],
    ['phone', '+31612345678'],
    ['face', null],
  ]);
  expect(new Set(items.map(({ action, origin }) => `${origin} ${action}`))).toEqual(
    new Set(['review block']),
  );
});

test.each([
  ['the document', { extracted: { first_name: 'JAN', last_name: 'ANDERS' } }],
  ['the name and birth', { extracted: { document_number: 'X1', first_name: 'NOOR' } }],
  ['the e-mail address', { fields: { email: 'NOOR@example.org' } }],
  ['the phone', { fields: { phone: '+31 6 12345678' } }],
  ['the face', { face: 12 }],
] satisfies readonly (readonly [string, Somebody])[])(
  'who comes again with %s alone is on the block list',
  async (_name, again) => {
    await block(await refused());
    expect(await listed(again)).toEqual(['failed', 'on_block_list']);
  },
);

test('who shares only address and country, or has another face, is not', async () => {
  await block(await refused());
  const neighbour = { document_number: 'X1', first_name: 'JAN', last_name: 'ANDERS' };
  expect(await listed({ extracted: neighbour, ip: '198.51.100.77', face: 90 })).toEqual(['passed']);
});

test('a repeat adds nothing, and two reviewers at once make one list', async () => {
  const session = await refused();
  const both = await Promise.all([block(session), block(session)]);
  expect(both.sort()).toEqual([0, 6]);
  expect(await block(session)).toBe(0);
  const lists = await stage.db
    .selectFrom('lists')
    .select('id')
    .where('organization_id', '=', organizationId)
    .execute();
  expect(lists).toHaveLength(1);
});

test('of whom nothing is known, nothing is blocked', async () => {
  const session = await stage.judging({ organizationId });
  expect(await block(session, null)).toBe(0);
});

test('what a reviewer blocked outlives redaction, and the erasure record says so', async () => {
  const session = await refused();
  await block(session);
  expect(await stage.redact(session)).toContain('blocklist_entries');
  expect(await listed({ face: 10 })).toEqual(['failed', 'on_block_list']);
  const another = await stage.judging({ organizationId, extracted: {} });
  expect(await stage.redact(another)).not.toContain('blocklist_entries');
});
