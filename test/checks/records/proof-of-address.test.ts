import { setRecordStage, type RecordStage, type Somebody } from './record-stage';

const check = 'proof_of_address_check';
const today = new Date().toISOString().slice(0, 10);
const proof = [
  'Energy company',
  'Noor Voorbeeld',
  'Lindenlaan 27',
  '3512 GH Voorbeeldstad',
  `Invoice date: ${today}`,
];
const address = {
  street: 'Lindenlaan',
  house_number: '27',
  postal_code: '3512GH',
  city: 'Voorbeeldstad',
};
const person: Somebody = { extracted: {}, fields: { address }, proof };

let stage: RecordStage;
beforeAll(async () => {
  stage = await setRecordStage();
});
afterAll(() => stage.stop());

async function judged(somebody: Somebody, config = {}) {
  return stage.run(await stage.judging(somebody), check, config);
}

test.each<[string, Somebody]>([
  ['known to the integrator, in parts', person],
  ['in one field', { ...person, fields: { address: 'Lindenlaan 27, 3512 GH Voorbeeldstad' } }],
  ['typed by the person', { ...person, fields: {}, typed: { ...address } }],
])('an address %s is proven', async (_how, somebody) => {
  expect(await judged(somebody)).toMatchObject({ status: 'passed', reasons: [] });
});

test('what was typed counts before what was known', async () => {
  const typed = { address: 'Kastanjeweg 1, 8011 KL Elders' };
  const moved = { ...person, fields: { address }, typed };
  expect(await judged(moved)).toMatchObject({ reasons: ['address_mismatch'] });
});

test('the name is the one on the identity document, whatever was stated', async () => {
  const somebody = {
    ...person,
    extracted: { first_name: 'SAAR', last_name: 'ANDERS' },
    fields: { address, first_name: 'Noor', last_name: 'Voorbeeld' },
  };
  expect(await judged(somebody)).toMatchObject({ status: 'failed', reasons: ['name_mismatch'] });
});

test('the age is configured', async () => {
  const old = [...proof.slice(0, 4), 'Invoice date: 2020-01-31'];
  expect(await judged({ ...person, proof: old })).toMatchObject({ reasons: ['document_too_old'] });
  const wide = { maximum_age_days: 3650 };
  expect(await judged({ ...person, proof: old }, wide)).toMatchObject({ status: 'passed' });
});

test.each<[string, Somebody]>([
  ['no proof', { extracted: {}, fields: { address } }],
  ['no stated address', { extracted: {}, proof }],
  ['no name', { fields: { address }, proof }],
])('%s: skipped, input_missing', async (_what, somebody) => {
  expect(await judged(somebody)).toMatchObject({ status: 'skipped', reasons: ['input_missing'] });
});
