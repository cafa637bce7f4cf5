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
