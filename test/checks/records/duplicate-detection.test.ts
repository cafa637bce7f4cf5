import type { SessionRow } from '../../../shared/database/schema';
import { insertIdentity } from '../../../shared/identities/insert-identity';
import type { IdentityId } from '../../../shared/domain/ids';
import { setRecordStage, type RecordStage } from './record-stage';

const check = 'duplicate_detection';

let stage: RecordStage;
beforeAll(async () => {
  stage = await setRecordStage();
});
afterAll(() => stage.stop());

/** Each test has people of its own: an organisation of its own. */
let organizationId: Awaited<ReturnType<RecordStage['addOrganization']>>;
beforeEach(async () => {
  organizationId = await stage.addOrganization();
});

async function judged(
  somebody: Parameters<RecordStage['judging']>[0],
  config = {},
): Promise<{ readonly session: SessionRow; readonly reasons: readonly string[]; status: string }> {
  const session = await stage.judging({ organizationId, ...somebody });
  const { status, reasons } = await stage.run(session, check, config);
  return { session, status, reasons };
}

async function identity(externalRef: string, mergedInto: IdentityId | null): Promise<IdentityId> {
  const made = await stage.db.transaction().execute((trx) =>
    insertIdentity(trx, stage.keyring, {
      organizationId,
      environment: 'live',
      externalRef,
      origin: 'session',
      at: new Date(),
    }),
  );
  if (made === undefined) throw new Error('the reference is taken');
  await stage.db
    .updateTable('identities')
    .set({ merged_into: mergedInto })
    .where('id', '=', made.id)
    .execute();
  return made.id;
}

function rowsOf(session: SessionRow): Promise<unknown[]> {
  return Promise.all(
    (['session_attributes', 'face_embeddings'] as const).map((table) =>
      stage.db.selectFrom(table).selectAll().where('session_id', '=', session.id).execute(),
    ),
  ).then((rows) => rows.flat());
}

describe('what another person shares with an earlier session', () => {
  test.each([
    [
      'the document number, however it is spaced',
      { extracted: { document_number: 'AB 12-34' } },
      { extracted: { document_number: 'ab1234', first_name: 'JAN', last_name: 'ANDERS' } },
      'failed',
      ['duplicate_document'],
    ],
    [
      'a name of one word and a day of birth',
      { extracted: { document_number: 'A1', first_name: '', last_name: 'ZARMINA' } },
      { extracted: { document_number: 'B2', first_name: 'ZARMINA', last_name: '' } },
      'passed',
      ['duplicate_name_dob'],
    ],
    [
      'a name that two states write differently, and a day of birth',
      { extracted: { document_number: 'A1', first_name: 'JUERGEN', last_name: 'MUELLER' } },
      { extracted: { document_number: 'B2', first_name: 'JURGEN', last_name: 'MULLER' } },
      'passed',
      ['duplicate_name_dob'],
    ],
    [
      'a name with one of its two surnames, and a day of birth',
      { extracted: { document_number: 'A1', first_name: 'ANA', last_name: 'LOPEZ GARCIA' } },
      { extracted: { document_number: 'B2', first_name: 'ANA MARIA', last_name: 'LOPEZ' } },
      'passed',
      ['duplicate_name_dob'],
    ],
    ['the face', { face: 10 }, { face: 12 }, 'failed', ['duplicate_face']],
    [
      'the e-mail address, with another tag',
      { fields: { email: 'Some.One+a@Example.org' } },
      { typed: { email: 'some.one@example.org' } },
      'passed',
      ['duplicate_email'],
    ],
    [
      'the phone number, with and without its country code',
      { fields: { phone: '+31 6 12345678' } },
      { fields: { phone: '06-12345678' } },
      'passed',
      ['duplicate_phone'],
    ],
    [
      'name and date of birth, on another document and without the middle name',
      { extracted: { first_name: 'NOOR ANNA', document_number: 'A1' } },
      { extracted: { first_name: 'NOOR', document_number: 'B2' } },
      'passed',
      ['duplicate_name_dob'],
    ],
    ['the address', { ip: '198.51.100.7' }, { ip: '198.51.100.7' }, 'passed', ['duplicate_ip']],
  ] as const)('%s', async (_name, first, second, status, reasons) => {
    expect(await judged({ ...first, externalRef: 'one' })).toMatchObject({
      status: 'passed',
      reasons: [],
    });
    expect(await judged({ ...second, externalRef: 'two' })).toMatchObject({ status, reasons });
  });

  test('is said with the sessions it was found in, sealed', async () => {
    const first = await judged({ extracted: {}, face: 10 });
    const second = await judged({ extracted: {}, face: 10 });
    expect(second.reasons).toEqual(['duplicate_document', 'duplicate_face', 'duplicate_name_dob']);
    expect(await stage.evidence(second.session, check)).toEqual({
      sessions: {
        document: [first.session.id],
        name_dob: [first.session.id],
        face: [first.session.id],
      },
      best_face_score: 1,
      faces_compared: 1,
      faces_truncated: false,
    });
  });
});

describe('what is no duplicate', () => {
  const somebody = { extracted: {}, face: 10, ip: '198.51.100.7' };

  test('the same identity', async () => {
    await judged({ ...somebody, externalRef: 'customer-7' });
    expect(await judged({ ...somebody, externalRef: 'customer-7' })).toMatchObject({
      status: 'passed',
      reasons: [],
    });
  });

  test('an identity that the first one was merged with', async () => {
    await judged({ ...somebody, externalRef: 'old-reference' });
    const target = await identity('new-reference', null);
    await identity('old-reference', target);
    expect(await judged({ ...somebody, externalRef: 'new-reference' })).toMatchObject({
      reasons: [],
    });
    expect(await judged({ ...somebody, externalRef: 'third-reference' })).toMatchObject({
      status: 'failed',
    });
  });

  test('the same session, judged again', async () => {
    const { session } = await judged(somebody);
    await stage.db.deleteFrom('check_runs').where('session_id', '=', session.id).execute();
    expect(await stage.run(session, check)).toMatchObject({ status: 'passed', reasons: [] });
  });

  test('a later session: the earlier one, judged again, is as it was', async () => {
    const { session } = await judged({ ...somebody, externalRef: 'one' });
    await judged({ ...somebody, externalRef: 'two' });
    await stage.db.deleteFrom('check_runs').where('session_id', '=', session.id).execute();
    expect(await stage.run(session, check)).toMatchObject({ status: 'passed', reasons: [] });
  });

  test('the other environment and another organisation', async () => {
    await judged(somebody);
    expect(await judged({ ...somebody, environment: 'sandbox' })).toMatchObject({ reasons: [] });
    const other = await stage.addOrganization();
    expect(await judged({ ...somebody, organizationId: other })).toMatchObject({ reasons: [] });
  });

  test('a number of another issuing state, and a face beyond the threshold', async () => {
    await judged({ extracted: { date_of_birth: null }, face: 0 });
    const second = await judged({
      extracted: { document_issuing_state: 'BEL', date_of_birth: null },
      face: 62,
    });
    expect(second.reasons).toEqual([]);
  });
});

test('the organisation chooses what fails, what is kept, and how alike faces must be', async () => {
  const somebody = { extracted: {}, face: 0, ip: '198.51.100.7' };
  const config = { attributes: ['face', 'ip'], fail_on: ['ip'], face_threshold: 'standard' };
  const { session } = await judged(somebody, config);
  expect(await rowsOf(session)).toHaveLength(2);
  // The cosine of 62 degrees is .47: above `standard`, below `very_strict`.
  expect(await judged({ ...somebody, face: 62 }, { ...config, fail_on: [] })).toMatchObject({
    status: 'passed',
    reasons: ['duplicate_face', 'duplicate_ip'],
  });
  expect(await judged({ ...somebody, face: 180 }, config)).toMatchObject({
    status: 'failed',
    reasons: ['duplicate_ip'],
  });
});

test('of whom nothing is known, nothing can be shared', async () => {
  expect(await judged({})).toMatchObject({ status: 'skipped', reasons: ['input_missing'] });
});

test('two sessions of one person judged at the same moment never both miss each other', async () => {
  for (let round = 0; round < 10; round += 1) {
    const owner = await stage.addOrganization();
    const sessions = [];
    for (const externalRef of ['one', 'two', 'three']) {
      const somebody = { organizationId: owner, extracted: {}, face: 10, externalRef };
      sessions.push(await stage.judging(somebody));
    }
    const outcomes = await Promise.all(sessions.map((one) => stage.run(one, check)));
    // The first of the three is nobody's duplicate; each of the others is one.
    for (const reason of ['duplicate_document', 'duplicate_face', 'duplicate_name_dob']) {
      expect(outcomes.filter(({ reasons }) => reasons.includes(reason))).toHaveLength(2);
    }
  }
});

test('every activity twice: rows and outcome are those of once', async () => {
  await judged({ extracted: {}, face: 10 });
  const second = await judged({ extracted: {}, face: 11 });
  const rows = await rowsOf(second.session);
  // Cut off behind its own rows and before its outcome: what a repeat after a crash finds.
  await stage.db.deleteFrom('check_runs').where('session_id', '=', second.session.id).execute();
  const again = await stage.run(second.session, check);
  expect(again).toMatchObject({ status: second.status, reasons: second.reasons });
  expect(await rowsOf(second.session)).toEqual(rows);
});

test('nothing is kept of a session that went on meanwhile', async () => {
  const session = await stage.judging({ organizationId, extracted: {}, face: 10 });
  await stage.db
    .updateTable('sessions')
    .set({ status: 'expired' })
    .where('id', '=', session.id)
    .execute();
  await expect(stage.run(session, check)).rejects.toMatchObject({ code: 'attempt_stale' });
  expect(await rowsOf(session)).toEqual([]);
});

test('redaction takes the rows with it: nobody is found by them any more', async () => {
  const { session } = await judged({ extracted: {}, face: 10 });
  await stage.redact(session);
  expect(await rowsOf(session)).toEqual([]);
  expect(await judged({ extracted: {}, face: 10 })).toMatchObject({ reasons: [] });
});
