import { execFileSync } from 'node:child_process';
import { checkDigit } from '../../../../activities/checks/engines/document/mrz/check-digit';
import { birthDay, expiryDay } from '../../../../activities/checks/engines/document/mrz/mrz-dates';
import {
  allCheckDigitsRight,
  parseMrz,
} from '../../../../activities/checks/engines/document/mrz/parse-mrz';
import {
  composeTd1,
  composeTd3,
  transliterate,
} from '../../../../services/local/specimen/compose-mrz';
import { madeUpPeople } from '../../../../services/local/specimen/people';

const today = '2026-11-23';
const people = madeUpPeople.map((person) => ({ ...person, portrait: Buffer.alloc(0) }));

/** ICAO 9303's own specimens: part 4 appendix B, part 5 appendix B, part 6 appendix B. */
const icaoTd3 = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];
const icaoTd1 = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
];
const icaoTd2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];

/** The `mrz` package in a process of its own (it is an ES module), as a second opinion. */
function secondOpinion(zones: readonly (readonly string[])[]): unknown[] {
  const script = `
    import { parse } from 'mrz';
    const zones = JSON.parse(process.argv[1]);
    console.log(JSON.stringify(zones.map((zone) => {
      const { valid, fields } = parse(zone);
      return [valid, fields.lastName, fields.firstName, fields.documentNumber, fields.issuingState];
    })));`;
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify(zones)],
    { encoding: 'utf8' },
  );
  const parsed: unknown = JSON.parse(output);
  return Array.isArray(parsed) ? parsed : [];
}

describe('the check digit', () => {
  it.each([
    ['520727', '3'],
    ['AB2134<<<', '5'],
    ['L898902C3', '6'],
    ['ZE184226B<<<<<', '1'],
  ])('of %s is %s, as ICAO 9303 computes it', (field, digit) => {
    expect(checkDigit(field)).toBe(digit);
  });

  it('of a field with a foreign character is no digit', () => {
    expect(checkDigit('AB 1')).toBe('?');
  });
});

describe("ICAO's specimens", () => {
  it.each([
    ['TD3', icaoTd3, 'L898902C3', 'passport'],
    ['TD1', icaoTd1, 'D23145890', 'national_id'],
    ['TD2', icaoTd2, 'D23145890', 'national_id'],
  ])('%s is read with all check digits right', (format, lines, number, type) => {
    const parsed = parseMrz(lines, today);
    expect(parsed).toMatchObject({
      format,
      fields: {
        document_type: type,
        document_issuing_state: 'UTO',
        last_name: 'ERIKSSON',
        first_name: 'ANNA MARIA',
        document_number: number,
        nationality: 'UTO',
        date_of_birth: '1974-08-12',
        gender: 'female',
        document_expiration_date: '2012-04-15',
      },
    });
    expect(parsed && allCheckDigitsRight(parsed.checkDigits)).toBe(true);
  });

  it('a TD1 number longer than nine characters runs on into the optional field', () => {
    const parsed = parseMrz(
      ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', icaoTd1[2] ?? ''],
      today,
    );
    expect(parsed?.fields.document_number).toBe('D23145890734');
    expect(parsed?.checkDigits.number).toBe(true);
  });

  it.each([
    ['number', 1, 3],
    ['birth', 1, 14],
    ['expiry', 1, 22],
    ['optional', 1, 29],
  ] as const)('a changed character in %s breaks its digit and the composite', (name, line, at) => {
    const lines = [...icaoTd3];
    const text = lines[line] ?? '';
    const other = text.charAt(at) === '1' ? '2' : '1';
    lines[line] = text.slice(0, at) + other + text.slice(at + 1);
    const digits = parseMrz(lines, today)?.checkDigits;
    expect(digits?.[name]).toBe(false);
    expect(digits?.composite).toBe(false);
  });

  it('lines of another length are no zone', () => {
    expect(parseMrz([icaoTd3[0] ?? '', (icaoTd3[1] ?? '').slice(1)], today)).toBeUndefined();
    expect(parseMrz(icaoTd3.slice(0, 1), today)).toBeUndefined();
  });
});

describe('what the generator composes', () => {
  const zones = people.flatMap((person) => [composeTd3(person), composeTd1(person)]);

  it('is valid for the parser and for the mrz package, with the same fields', () => {
    const own = zones.map((zone) => {
      const parsed = parseMrz(zone, today);
      return [
        parsed !== undefined && allCheckDigitsRight(parsed.checkDigits),
        parsed?.fields.last_name,
        parsed?.fields.first_name,
        parsed?.fields.document_number,
        parsed?.fields.document_issuing_state,
      ];
    });
    expect(own.every(([valid]) => valid)).toBe(true);
    expect(secondOpinion(zones)).toEqual(own);
  });

  it.each(['number', 'birth', 'expiry', 'composite'] as const)(
    'with a wrong %s digit fails exactly that digit',
    (wrong) => {
      for (const person of people) {
        for (const zone of [composeTd3(person, wrong), composeTd1(person, wrong)]) {
          const digits = parseMrz(zone, today)?.checkDigits;
          const failing = Object.entries(digits ?? {}).filter(([, right]) => !right);
          expect(failing.map(([name]) => name)).toEqual([wrong]);
        }
      }
    },
  );

  it.each([
    ['Müller-Größtmann', 'MUELLER<GROESSTMANN'],
    ["O'Neill", 'ONEILL'],
    ['Núñez Ejemplo', 'NUNEZ<EJEMPLO'],
  ])('%s is spelled %s', (name, spelled) => {
    expect(transliterate(name)).toBe(spelled);
  });
});

describe('two-digit years', () => {
  it.each([
    ['260101', '2026-01-01'],
    ['261123', '2026-11-23'],
    ['261124', '1926-11-24'],
    ['990101', '1999-01-01'],
    ['000229', '2000-02-29'],
    ['010229', null],
    ['901301', null],
    ['90<<<<', null],
  ])('nobody is born in the future: %s is %s', (text, day) => {
    expect(birthDay(text, today)).toBe(day);
  });

  it.each([
    ['340309', '2034-03-09'],
    ['200101', '2020-01-01'],
    ['991230', '1999-12-30'],
    ['750101', '2075-01-01'],
    ['770101', '1977-01-01'],
    ['310431', null],
  ])('an expiry lies near today: %s is %s', (text, day) => {
    expect(expiryDay(text, today, 'NLD')).toBe(day);
  });
});
