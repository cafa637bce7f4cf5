import fc from 'fast-check';
import { compareFields } from '../../../shared/domain/checks/rules/compare-fields';
import { judgeCrossref } from '../../../shared/domain/checks/rules/judge-crossref';
import { daysSaid } from '../../../shared/domain/applicant/days-said';
import { senselessFields } from '../../../shared/applicant/senseless-fields';
import { sexSaid } from '../../../shared/domain/applicant/sex-said';
import type { StatedFields } from '../../../shared/domain/applicant/stated-field';
import { stateSaid } from '../../../shared/domain/countries/state-said';

describe('a day', () => {
  test.each([
    ['1990-03-10', ['1990-03-10']],
    ['1990-03-10T00:00:00Z', ['1990-03-10']],
    ['1990/03/10', ['1990-03-10']],
    ['1990.3.10', ['1990-03-10']],
    ['19900310', ['1990-03-10']],
    ['10.03.1990', ['1990-03-10']],
    ['10 Mar 1990', ['1990-03-10']],
    ['10 MAR 1990', ['1990-03-10']],
    ['10MAR1990', ['1990-03-10']],
    ['March 10, 1990', ['1990-03-10']],
    ['10th March 1990', ['1990-03-10']],
    ['10 de marzo de 1990', ['1990-03-10']],
    ['10. März 1990', ['1990-03-10']],
    ['03/10/1990', ['1990-10-03', '1990-03-10']],
    ['25/12/1990', ['1990-12-25']],
    ['12/25/1990', ['1990-12-25']],
    ['1990-02-30', []],
    ['0000-00-00', []],
    ['2190-01-01', []],
    ['10/03/90', []],
    ['10 Foo 1990', []],
    ['yesterday', []],
    ['', []],
  ])('%s is %j', (text, days) => {
    expect(daysSaid(text)).toEqual(days);
  });

  test('of the calendar is read back from every spelling, and nothing else is', () => {
    const day = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', number = ''] = iso.split('-');
        const name = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
        for (const text of [
          iso,
          `${year}/${month}/${number}`,
          `${number}.${month}.${year}`,
          `${String(Number(number))} ${name} ${year}`,
          `${name} ${number}, ${year}`,
        ]) {
          expect(daysSaid(text)).toEqual([iso]);
        }
        expect(daysSaid(`${number}/${month}/${year}`)).toContain(iso);
        expect(daysSaid(`${month}/${number}/${year}`)).toContain(iso);
      }),
    );
  });

  test('no text is a day that no calendar has', () => {
    const unit = fc.constantFrom(...Array.from('0123456789-/. marxoct'));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (text) => {
        for (const day of daysSaid(text)) {
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        }
      }),
    );
  });
});

test.each([
  ['GR', 'GRC'],
  ['GRC', 'GRC'],
  ['Greece', 'GRC'],
  ['greek', 'GRC'],
  ['D', 'DEU'],
  ['Germany', 'DEU'],
  ['Deutschland', 'DEU'],
  ['Alemania', 'DEU'],
  ['Österreich', 'AUT'],
  ['UK', 'GBR'],
  ['United Kingdom', 'GBR'],
  ['the United States of America', 'USA'],
  ['USA', 'USA'],
  ['Turkey', 'TUR'],
  ['Türkiye', 'TUR'],
  ["Côte d'Ivoire", 'CIV'],
  ['Kosovo', 'XKX'],
  ['XXA', 'XXA'],
  ['Atlantis', null],
  ['EIN', null],
  ['', null],
])('the state %j is %j', (text, state) => {
  expect(stateSaid(text)).toBe(state);
});

test.each([
  ['M', 'male'],
  ['Female', 'female'],
  ['homme', 'male'],
  ['femme', 'female'],
  ['weiblich', 'female'],
  ['männlich', 'male'],
  ['mujer', 'female'],
  ['Vrouw', 'female'],
  ['2', 'female'],
  ['X', 'unspecified'],
  ['prefer not to say', 'unspecified'],
  ['purple', null],
])('the sex %j is %j', (text, sex) => {
  expect(sexSaid(text)).toBe(sex);
});

describe('what was stated beside a document', () => {
  const read = {
    document_type: 'passport',
    document_issuing_state: 'GRC',
    last_name: 'LOPEZ',
    first_name: 'ANNA',
    document_number: 'SPX015127',
    nationality: 'GRC',
    date_of_birth: '1990-03-10',
    gender: 'female',
    document_expiration_date: '2031-03-01',
  } as const;
  const judged = (stated: StatedFields) =>
    judgeCrossref(compareFields(stated, read), { same: 0.9, unclear: 0.7 });

  test.each<[StatedFields, readonly string[]]>([
    [{ dateOfBirth: '03/10/1990' }, []],
    [{ dateOfBirth: '10/03/1990' }, []],
    [{ dateOfBirth: '10 Mar 1990', nationality: 'Greece', sex: 'femme' }, []],
    [{ firstName: 'Anna', dateOfBirth: '10/03/1971' }, ['date_of_birth_mismatch']],
    [{ firstName: 'Anna', nationality: 'Germany' }, ['nationality_mismatch']],
    [{ firstName: 'Anna', sex: 'homme' }, ['gender_mismatch']],
    [{ firstName: 'Anna', dateOfBirth: 'soon' }, ['input_unclear']],
    [{ firstName: 'Anna', nationality: 'Atlantis' }, ['input_unclear']],
    [{ firstName: 'Anna', sex: 'purple' }, ['input_unclear']],
    [{ sex: 'purple' }, ['input_unclear']],
    [{ firstName: 'Peter', sex: 'purple' }, ['first_name_mismatch', 'input_unclear']],
  ])('%j', (stated, reasons) => {
    const outcome = judged(stated);
    expect(outcome.reasons).toEqual(reasons);
    expect(outcome.status).toBe(reasons.length === 0 ? 'passed' : 'failed');
  });

  test('that nothing is said of a sex is no difference', () => {
    expect(judged({ firstName: 'Anna', sex: 'X' }).status).toBe('passed');
    expect(compareFields({ sex: 'X' }, read)).toEqual([]);
  });

  test('a document that states only a year of birth is compared by that', () => {
    const partial = { ...read, date_of_birth: null, date_of_birth_partial: '1990' };
    const outcome = (dateOfBirth: string) =>
      judgeCrossref(compareFields({ dateOfBirth }, partial), { same: 0.9, unclear: 0.7 }).reasons;
    expect(outcome('1990-03-10')).toEqual([]);
    expect(outcome('1991-03-10')).toEqual(['date_of_birth_mismatch']);
  });
});

test.each([
  [{ date_of_birth: '1990-02-30' }, ['date_of_birth']],
  [{ dateOfBirth: '0000-00-00' }, ['dateOfBirth']],
  [{ dob: 19900310 }, ['dob']],
  [{ birth_date: '2190-01-01' }, ['birth_date']],
  [{ nationality: 'Atlantis', sex: 'purple' }, ['nationality', 'sex']],
  [{ issuing_country: 'ZZ' }, ['issuing_country']],
  [{ date_of_birth: '10 Mar 1990', nationality: 'Greek', gender: 'w' }, []],
  [{ date_of_birth: null, nationality: '', sex: ' ' }, []],
  [{ name: { first: 'Ann' }, plan: 'gold', birthday_gift: 'yes' }, []],
])('of %j senseless is %j', (fields, names) => {
  expect(senselessFields(fields).map(({ name }) => name)).toEqual(names);
});
