import { judgeAge } from '../../../../shared/domain/checks/rules/age';
import {
  birthDay,
  centuryEarlier,
  expiryDay,
  partialBirth,
} from '../../../../activities/checks/engines/document/mrz/mrz-dates';
import { parseMrz } from '../../../../activities/checks/engines/document/mrz/parse-mrz';

const today = '2026-11-28';

describe('a document without an end', () => {
  it('of a state that issues them is of the year 9999', () => {
    const card = [
      'IDESPBAA000589512345678Z<<<<<<',
      '4503026F9901018ESP<<<<<<<<<<<1',
      'LOPEZ<VEGA<<MARIA<PILAR<<<<<<<',
    ];
    expect(parseMrz(card, today)?.fields).toMatchObject({
      date_of_birth: '1945-03-02',
      document_expiration_date: '9999-01-01',
    });
  });

  it.each(['990101', '990909', '991231'])(
    '%s of another state is not told: neither expired nor valid for ever',
    (text) => {
      expect(expiryDay(text, today, 'DEU')).toBeNull();
    },
  );

  it.each([
    ['990102', '1999-01-02'],
    ['311231', '2031-12-31'],
    ['040425', '2004-04-25'],
  ])('%s has an end: %s', (text, day) => {
    expect(expiryDay(text, today, 'ESP')).toBe(day);
  });

  it('a zone that leaves the expiry open says nothing', () => {
    expect(expiryDay('<<<<<<', today, 'MDA')).toBeNull();
  });
});

describe('the century of a birth', () => {
  it.each([
    ['240310', '2024-03-10', '1924-03-10'],
    ['110310', '2011-03-10', '1911-03-10'],
  ])('%s may be %s or %s', (text, later, earlier) => {
    expect(birthDay(text, today)).toBe(later);
    expect(centuryEarlier(later, today)).toBe(earlier);
  });

  it.each(['2010-03-10', '1990-03-10', '1924-03-10'])(
    '%s is the only one: nobody is that old',
    (day) => {
      expect(centuryEarlier(day, today)).toBeUndefined();
    },
  );

  it('a leap day has no twin in a year without one', () => {
    expect(centuryEarlier('2000-02-29', '2004-03-01')).toBeUndefined();
  });
});

describe('a birth date that the document leaves partly open', () => {
  it.each([
    ['6108<<', '1961-08'],
    ['61<<<<', '1961'],
    ['2412<<', '2024-12'],
    ['2712<<', '1927-12'],
    ['<<<<<<', null],
    ['610812', null],
    ['6113<<', null],
    ['61<<12', null],
  ])('%s is %s', (text, part) => {
    expect(partialBirth(text, today)).toBe(part);
  });

  it.each([
    ['1961', 64, 'passed'],
    ['1961', 65, 'skipped'],
    ['1961', 66, 'failed'],
    ['2008-11', 18, 'skipped'],
    ['2008-10', 18, 'passed'],
    ['2008-12', 18, 'failed'],
  ])('%s with a minimum of %i: %s', (part, minimum_age, status) => {
    const fields = { date_of_birth: null, date_of_birth_partial: part };
    expect(judgeAge(fields, { minimum_age }, today).outcome.status).toBe(status);
  });

  it('is read from a zone, with its check digit', () => {
    const lines = [
      'P<AFGGULNARA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
      'P076543213AFG61<<<<0F3105054<<<<<<<<<<<<<<08',
    ];
    expect(parseMrz(lines, today)?.fields).toMatchObject({
      date_of_birth: null,
      date_of_birth_partial: '1961',
    });
  });
});
