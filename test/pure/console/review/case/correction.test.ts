import fc from 'fast-check';
import { correctionOf } from '../../../../../services/console/review/case/corrected/correction';
import type { ReadField } from '../../../../../services/console/review/case/judged/review';

const fields = [
  'last_name',
  'first_name',
  'document_number',
  'date_of_birth',
  'document_expiration_date',
] as const;
const read = (field: (typeof fields)[number], value: string | null): ReadField => ({
  field,
  value,
  source: 'mrz',
  print: null,
  is_repaired: false,
  confidence: 'high',
});
const valueArb = fc.string({ minLength: 1 }).filter((value) => value.trim() === value);

it('is none as long as what is typed is what was read, whatever the spaces around it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fields), valueArb, (field, value) => {
      expect(correctionOf([read(field, value)], {})).toBeNull();
      expect(correctionOf([read(field, value)], { [field]: ` ${value} ` })).toBeNull();
    }),
  );
});

it('names just the fields that would be others, with what they would be', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...fields), valueArb), (typed) => {
      const all = fields.map((field) => read(field, 'READ'));
      const wanted = Object.entries(typed).filter(([, value]) => value !== 'READ');
      const expected = wanted.length === 0 ? null : Object.fromEntries(wanted);
      expect(correctionOf(all, typed)).toEqual(expected);
    }),
  );
});

it('takes an emptied date for none, and an emptied name for what it is: empty', () => {
  const all = [read('date_of_birth', '1990-01-01'), read('first_name', 'ERIKA')];
  expect(correctionOf(all, { date_of_birth: '', first_name: ' ' })).toEqual({
    date_of_birth: null,
    first_name: '',
  });
});
