import fc from 'fast-check';
import {
  filledIn,
  problemsOf,
  refusedAnswers,
} from '../../../../services/console/capture/flow/answers';
import { countryCodes } from '../../../../services/console/shared/country-codes';
import {
  findCountries,
  namedCountries,
  regionOf,
} from '../../../../services/console/capture/flow/country-search';
import {
  datePartsOrder,
  dayOf,
  regionalTag,
} from '../../../../services/console/capture/flow/date-fields';
import { fieldForm, nameAsLabel } from '../../../../services/console/capture/flow/field-forms';
import { isCountryCode } from '../../../../shared/domain/countries/states';
import { realDay } from '../../../../shared/domain/dates/real-day';
import { isUserInfoField } from '../../../../shared/domain/graph/user-info-fields';

test('the page knows the countries that the server takes, and no others', () => {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  expect(countryCodes).toEqual(all.filter(isCountryCode));
});

test('a country is found by the beginning of its name, without its marks, and by its code', () => {
  const countries = namedCountries(countryCodes, 'en');
  const first = (typed: string) => findCountries(countries, typed)[0]?.code;
  expect(['neth', 'côte', 'cote', 'TURKI', 'de', 'kingdom'].map(first)).toEqual([
    ...['NL', 'CI', 'CI', 'TR', 'DE', 'GB'],
  ]);
  expect(findCountries(countries, 'nowhere')).toEqual([]);
  expect(findCountries(countries, ' ')).toHaveLength(countryCodes.length);
});

test('every country is found by its whole name, in every script', () => {
  for (const language of ['en', 'de', 'uk', 'ar', 'he']) {
    const countries = namedCountries(countryCodes, language);
    for (const country of countries) {
      expect(findCountries(countries, country.name)).toContain(country);
    }
  }
});

test('the country at the start is the first region that the browser names and the server knows', () => {
  expect(regionOf(['en', 'de-AT', 'de-DE'], countryCodes)).toBe('AT');
  expect(regionOf(['en-ZZ', 'not a tag', 'fr'], countryCodes)).toBeNull();
});

test('three fields make the day that they say, or none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1850, max: 2100 }),
      fc.nat(14),
      fc.nat(33),
      (year, month, day) => {
        const made = dayOf({ year: String(year), month: String(month), day: String(day) });
        expect(made).toBe(realDay(String(year), String(month), String(day)));
      },
    ),
  );
  expect(dayOf({ year: '90', month: '3', day: '10' })).toBeNull();
  expect(dayOf({ year: '١٩٩٠', month: '٣', day: '١٠' })).toBe('1990-03-10');
  expect(dayOf({ year: '１９９０', month: '３', day: '१०' })).toBe('1990-03-10');
});

test('a date is asked for in the order in which its reader writes it', () => {
  expect(datePartsOrder('en-US')).toEqual(['month', 'day', 'year']);
  expect(datePartsOrder(regionalTag('en', ['fr', 'en-GB']))).toEqual(['day', 'month', 'year']);
  expect(datePartsOrder('ar-EG')).toHaveLength(3);
});

test('what is required and empty, and what is no day, is told at its field', () => {
  const fields = ['first_name', 'date_of_birth', 'city'].map((field, index) => ({
    field,
    required: index < 2,
  }));
  expect(problemsOf(fields, {})).toEqual({
    first_name: 'info.error.required',
    date_of_birth: 'info.error.required',
  });
  expect(problemsOf(fields, { first_name: 'Ana', date_of_birth: '1990-2-30' })).toEqual({
    date_of_birth: 'info.error.date',
  });
  const typed = { first_name: ' Ana ', date_of_birth: '1990-3-1', city: '', other: 'x' };
  expect(problemsOf(fields, typed)).toEqual({});
  expect(filledIn(fields, typed)).toEqual({ first_name: 'Ana', date_of_birth: '1990-03-01' });
});

test("the server's refusals come out in words, by the kind of the field", () => {
  const refusals = [
    { field: 'email', code: 'invalid_format', message: '' },
    { field: 'phone', code: 'invalid_phone', message: '' },
    { field: 'city', code: 'too_big', message: '' },
  ];
  expect(refusedAnswers(refusals)).toEqual({
    email: 'info.error.email',
    phone: 'info.error.phone',
    city: 'info.error.long',
  });
});

test('every field that a workflow may ask for by a name of ours has a label in every language', () => {
  const names = ['first_name', 'dob', 'mobile_phone', 'zip', 'issuing_country', 'ssn', 'purpose'];
  for (const name of names) {
    expect(isUserInfoField(name)).toBe(true);
    expect(fieldForm(name).label).not.toBeNull();
  }
  expect(fieldForm('guardian_email')).toMatchObject({ label: null, kind: 'email' });
  expect(fieldForm('constructor')).toMatchObject({ label: null, kind: 'text' });
  expect(nameAsLabel('custom_loyalty_card')).toBe('Loyalty card');
});
