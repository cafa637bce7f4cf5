import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import { setRecordStage, type RecordStage, type Somebody } from './record-stage';

const check = 'identity_crossref';

let stage: RecordStage;
beforeAll(async () => {
  stage = await setRecordStage();
});
afterAll(() => stage.stop());

async function judged(somebody: Somebody, config = {}): Promise<CheckOutcome> {
  return stage.run(await stage.judging(somebody), check, config);
}

/** The document says: NOOR VOORBEELD, 10 March 1990, female, Dutch, SPX015127 of NLD. */
const extracted = {};
const typed = (values: Readonly<Record<string, string>>): Somebody => ({
  extracted,
  typed: values,
});

test('what agrees in every field passes, however it is written', async () => {
  const outcome = await judged({
    extracted,
    fields: {
      firstName: 'Noor',
      last_name: 'Voorbeeld',
      date_of_birth: '1990-03-10T00:00:00Z',
      document_number: 'spx 015127',
      nationality: 'nl',
      gender: 'F',
      favourite_colour: 'green',
    },
  });
  expect(outcome).toMatchObject({ status: 'passed', score: 1, reasons: [] });
});

test.each([
  [{ first_name: 'Peter' }, 'first_name_mismatch'],
  [{ last_name: 'Anders' }, 'last_name_mismatch'],
  [{ full_name: 'Peter Voorbeeld' }, 'name_mismatch'],
  [{ first_name: 'Nora' }, 'name_unclear'],
  [{ date_of_birth: '1990-03-11' }, 'date_of_birth_mismatch'],
  [{ document_number: 'SPX015128' }, 'document_number_mismatch'],
  [{ issuing_country: 'BE' }, 'document_issuing_state_mismatch'],
  [{ nationality: 'BEL' }, 'nationality_mismatch'],
  [{ gender: 'male' }, 'gender_mismatch'],
])('%j fails as %s', async (values, reason) => {
  expect(await judged(typed(values))).toMatchObject({ status: 'failed', reasons: [reason] });
});

test('first and last name in the wrong boxes are the same name', async () => {
  const swapped = typed({ first_name: 'Voorbeeld', last_name: 'Noor' });
  expect(await judged(swapped)).toMatchObject({ status: 'passed' });
});

test('what the integrator knew and what the person typed count each for itself', async () => {
  const outcome = await judged({
    extracted,
    fields: { first_name: 'Noor', date_of_birth: '1980-01-01' },
    typed: { first_name: 'Peter', date_of_birth: '1990-03-10' },
  });
  expect(outcome.reasons).toEqual(['date_of_birth_mismatch', 'first_name_mismatch']);
});

async function reasons(somebody: Somebody): Promise<unknown> {
  const outcome = await judged(somebody);
  return [outcome.status, ...outcome.reasons];
}

test('with nothing to compare it is skipped', async () => {
  expect(await reasons({ extracted })).toEqual(['skipped', 'input_missing']);
  expect(await reasons(typed({ gender: 'x' }))).toEqual(['skipped', 'input_missing']);
});

test('what nobody understands is said, and is no pass', async () => {
  expect(await reasons(typed({ nationality: 'Dutch' }))).toEqual(['passed']);
  expect(await reasons(typed({ nationality: 'Atlantis' }))).toEqual(['failed', 'input_unclear']);
  const unread = { fields: { first_name: 'Noor' } };
  expect(await reasons(unread)).toEqual(['skipped', 'document_unreadable']);
});

test('the organisation chooses the fields and how alike names must be', async () => {
  const nora = typed({ first_name: 'Nora', gender: 'male' });
  const config = { fields: ['first_name'], name_threshold: 0.7 };
  expect(await judged(nora, config)).toMatchObject({ status: 'passed', reasons: [] });
  const strict = { fields: ['first_name'], name_unclear_from: 0.8 };
  expect(await judged(nora, strict)).toMatchObject({ reasons: ['first_name_mismatch'] });
});

test('run twice, it says the same; the values stay with the sealed evidence', async () => {
  const session = await stage.judging(typed({ first_name: 'Peter' }));
  const first = await stage.run(session, check);
  expect(await stage.run(session, check)).toEqual(first);
  expect(JSON.stringify(first)).not.toContain('Peter');
  expect(await stage.evidence(session, check)).toMatchObject({
    comparisons: [{ field: 'first_name', stated: 'Peter', read: 'NOOR' }],
  });
});
