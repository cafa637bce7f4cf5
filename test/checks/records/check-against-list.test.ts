import { keyOlderItems } from '../../../activities/checks/records/lists/key-older-items';
import { openItem } from '../../../shared/lists/open-item';
import { listOf } from './listed';
import { setRecordStage, type RecordStage, type Somebody } from './record-stage';

const check = 'check_against_list';

let stage: RecordStage;
let organizationId: Awaited<ReturnType<RecordStage['addOrganization']>>;
beforeAll(async () => {
  stage = await setRecordStage();
});
afterAll(() => stage.stop());
beforeEach(async () => {
  organizationId = await stage.addOrganization();
});

async function judged(somebody: Somebody, config = {}): Promise<unknown> {
  const session = await stage.judging({ organizationId, ...somebody });
  const { status, reasons } = await stage.run(session, check, config);
  return [status, ...reasons];
}

/** NOOR VOORBEELD, born 10 March 1990, Dutch, SPX015127 of NLD. */
const person: Somebody = {
  extracted: {},
  ip: '198.51.100.77',
  fields: { email: 'noor@mail.example.org', phone: '+31612345678' },
};

describe('each kind of item finds the person', () => {
  test.each([
    ['name', 'Voorbeeld, Noor', 'Voorbeeld, Nora'],
    ['name_dob', 'Noor Voorbeeld 1990-03-10', 'Noor Voorbeeld 1990-03-11'],
    ['document_number', 'SPX 015127', 'SPX 015128'],
    ['document_number', 'NL:SPX015127', 'BE:SPX015127'],
    ['email', 'Noor+1@mail.example.org', 'nora@mail.example.org'],
    ['email_domain', 'example.org', 'ample.org'],
    ['phone', '+31 6 1234 5678', '+31 6 1234 5679'],
    ['ip', '198.51.100.0/24', '198.51.101.0/24'],
    ['ip', '198.51.100.77', '198.51.100.78'],
    ['country', 'nl', 'be'],
  ] as const)('%s: %s does, %s does not', async (kind, value, another) => {
    await listOf(stage, organizationId, 'flag', [{ kind, value: another }]);
    expect(await judged(person)).toEqual(['passed']);
    await listOf(stage, organizationId, 'block', [{ kind, value }]);
    expect(await judged(person)).toEqual(['failed', 'on_block_list']);
  });
});

describe('a listed name is found however it is written', () => {
  test.each([
    ['name', 'Jurgen Muller', { first_name: 'JUERGEN', last_name: 'MUELLER' }],
    ['name', 'Jürgen Müller', { first_name: 'JURGEN', last_name: 'MULLER' }],
    ['name', "Sinead O'Connor", { first_name: 'SINEAD', last_name: 'O CONNOR' }],
    ['name', 'Hasan Al-Masri', { first_name: 'HASAN', last_name: 'ALMASRI' }],
    ['name', 'Ганна Гриценко', { first_name: 'HANNA', last_name: 'HRYTSENKO' }],
    ['name', 'Anna Lopez', { first_name: 'ANNA MARIA', last_name: 'LOPEZ GARCIA' }],
    ['name', 'Gulnara', { first_name: '', last_name: 'GULNARA' }],
    ['name_dob', 'Gulnara 1990-03-10', { first_name: '', last_name: 'GULNARA' }],
    [
      'name_dob',
      'Jean-Pierre Dubois 1990-03-10',
      { first_name: 'JEANPIERRE', last_name: 'DUBOIS' },
    ],
  ] as const)('%s: %s', async (kind, value, extracted) => {
    await listOf(stage, organizationId, 'block', [{ kind, value }]);
    expect(await judged({ extracted })).toEqual(['failed', 'on_block_list']);
    expect(await judged({ extracted: { first_name: 'JANE', last_name: 'SMITH' } })).toEqual([
      'passed',
    ]);
  });

  test('also where an earlier release listed it, once a worker has opened it', async () => {
    const { id } = await listOf(stage, organizationId, 'block', [
      { kind: 'name', value: "Sinead O'Connor" },
      { kind: 'name', value: 'Noor Voorbeeld' },
    ]);
    await stage.db
      .updateTable('list_items')
      .set({ key_hashes: null })
      .where('list_id', '=', id)
      .execute();
    const sinead = { extracted: { first_name: 'SINEAD', last_name: 'O CONNOR' } };
    expect(await judged(sinead)).toEqual(['passed']);
    expect(await judged(person)).toEqual(['failed', 'on_block_list']);
    expect(await keyOlderItems(stage.db, stage.keyring)).toEqual({ keyed: 2, unreadable: [] });
    expect(await judged(sinead)).toEqual(['failed', 'on_block_list']);
    expect(await keyOlderItems(stage.db, stage.keyring)).toEqual({ keyed: 0, unreadable: [] });
  });

  test('and one that no longer opens stops none behind it', async () => {
    const { id } = await listOf(stage, organizationId, 'block', [
      { kind: 'name', value: 'Noor Voorbeeld' },
      { kind: 'name', value: 'Jurgen Muller' },
    ]);
    const items = stage.db.updateTable('list_items').where('list_id', '=', id);
    await items.set({ key_hashes: null }).execute();
    const rows = await stage.db
      .selectFrom('list_items')
      .select('id')
      .where('list_id', '=', id)
      .orderBy('id')
      .execute();
    const [first] = rows.map((row) => row.id);
    if (first === undefined) throw new Error('nothing was listed');
    await items
      .set({ value_sealed: Buffer.from('broken') })
      .where('id', '=', first)
      .execute();
    expect(await keyOlderItems(stage.db, stage.keyring)).toEqual({
      keyed: 1,
      unreadable: [first],
    });
    expect(await judged(person)).toEqual(['failed', 'on_block_list']);
  });
});

test('a block fails, a flag and an allowance are said beside a pass', async () => {
  const email = { kind: 'email', value: 'noor@mail.example.org' } as const;
  await listOf(stage, organizationId, 'allow', [email]);
  expect(await judged(person)).toEqual(['passed', 'on_allow_list']);
  await listOf(stage, organizationId, 'flag', [email]);
  expect(await judged(person)).toEqual(['passed', 'on_flag_list', 'on_allow_list']);
  await listOf(stage, organizationId, 'block', [email]);
  expect(await judged(person)).toEqual([
    'failed',
    'on_block_list',
    'on_flag_list',
    'on_allow_list',
  ]);
});

test('only the lists named are looked at, and never those of others', async () => {
  const item = { kind: 'country', value: 'NLD' } as const;
  const { id: flagging } = await listOf(stage, organizationId, 'flag', [item]);
  const { id: blocking } = await listOf(stage, organizationId, 'block', [item]);
  expect(await judged(person, { lists: [flagging] })).toEqual(['passed', 'on_flag_list']);
  const stranger = { ...person, organizationId: await stage.addOrganization() };
  expect(await judged(stranger, { lists: [blocking] })).toEqual(['passed']);
  expect(await judged({ ...person, environment: 'sandbox' })).toEqual(['passed']);
});

test('nothing that is listed is known of the session: skipped, for a person to look', async () => {
  await listOf(stage, organizationId, 'block', [{ kind: 'document_number', value: 'SPX015127' }]);
  expect(await judged({ ip: '198.51.100.77' })).toEqual(['skipped', 'nothing_to_compare']);
  expect(await judged(person)).toEqual(['failed', 'on_block_list']);
});

test('what matched is said by ids, sealed; run twice, it says the same', async () => {
  const item = { kind: 'email', value: 'noor@mail.example.org' } as const;
  const { id, added } = await listOf(stage, organizationId, 'flag', [item]);
  const session = await stage.judging({ organizationId, ...person });
  const first = await stage.run(session, check);
  expect(await stage.run(session, check)).toEqual(first);
  expect(await stage.evidence(session, check)).toEqual({
    matches: [
      {
        list_id: id,
        item_id: added.flatMap((one) => (one.kind === 'added' ? [one.id] : []))[0],
        kind: 'email',
        action: 'flag',
      },
    ],
  });
});

test('a list is a set, takes what can be read as its kind only, and shows it to its owner', async () => {
  const { id, added } = await listOf(stage, organizationId, 'block', [
    { kind: 'phone', value: '+31 6 1234 5678' },
    { kind: 'phone', value: '+31612345678' },
    { kind: 'phone', value: 'nobody' },
  ]);
  expect(added.map(({ kind }) => kind)).toEqual(['added', 'present', 'invalid']);
  const items = await stage.db
    .selectFrom('list_items')
    .selectAll()
    .where('list_id', '=', id)
    .execute();
  expect(items.map((item) => openItem(stage.keyring, item))).toEqual(['+31 6 1234 5678']);
  expect(JSON.stringify(items)).not.toContain('1234');
});
