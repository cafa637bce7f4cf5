import fc from 'fast-check';
import {
  compareWithPrint,
  printedFields,
  unseenFields,
  type ComparedFields,
} from '../../../shared/domain/checks/print/compare-print';
import type { PrintedLine } from '../../../shared/domain/checks/print/printed-line';
import { doubtfulAt, printedLines } from './printed-lines';

const fields: ComparedFields = {
  document_type: 'passport',
  document_number: 'SPX015127',
  last_name: 'VAN DER VOORBEELD',
  first_name: 'LISELOTTE ANNA',
  date_of_birth: '1990-03-10',
  document_expiration_date: '2034-03-09',
  gender: 'female',
  nationality: 'NLD',
  document_issuing_state: 'NLD',
};

/** A page as most states print it: a label, and below it its value. */
function page(changed: Readonly<Record<string, string>> = {}): PrintedLine[] {
  const values = {
    'Document No.': 'SPX015127',
    Surname: 'VAN DER VOORBEELD',
    'Given names / Prénoms': 'LISELOTTE ANNA',
    Nationality: 'NLD',
    'Date of birth': '10 MAR 1990',
    Sex: 'F',
    'Date of issue': '09 MAR 2024',
    'Date of expiry': '09 MAR 2034',
    ...changed,
  };
  return printedLines('PASSPORT NLD', ...Object.entries(values).flat());
}

/** The same values on a page whose labels nobody could read. */
function bare(changed: Readonly<Record<string, string>> = {}): PrintedLine[] {
  return page(changed).filter((_, index) => index === 0 || index % 2 === 0);
}

const agreeing = Object.fromEntries(printedFields.map((field) => [field, 'agrees']));

describe('a genuine page', () => {
  it.each([
    ['with its labels', page()],
    ['without them', bare()],
    ['with days in digits', bare({ 'Date of birth': '10.03.1990', 'Date of expiry': '09.03.34' })],
    ['with the sex in two languages', bare({ Sex: 'V/F' })],
    ['with the state by its name', bare({ Nationality: 'Nederland' })],
    ['with a number apart', bare({ 'Document No.': 'SPX 015-127' })],
    ['with O for 0 and I for 1', bare({ 'Document No.': 'SPXOI5I27' })],
    ['with names in small letters', bare({ Surname: 'van der Voorbeeld' })],
    [
      'with names broken over two lines',
      [
        ...bare({ 'Given names / Prénoms': 'LISELOTTE', Surname: 'VAN DER' }),
        ...printedLines('ANNA', 'VOORBEELD'),
      ],
    ],
    ['with a number that runs into its label', bare({ 'Document No.': 'Passport NoSPX015127' })],
  ])('agrees in every field, %s', (_name, lines) => {
    expect(compareWithPrint(fields, lines)).toEqual(agreeing);
  });

  it.each([
    ['MUELLER GROESSTMANN', 'Müller-Größtmann'],
    ['MULLER GROSSTMANN', 'MÜLLER-GRÖSSTMANN'],
    ['PRZYKLAD', 'PRZYKŁAD'],
    ['O SAMPLA', 'Ó SAMPLA'],
    ['DESEMPIO', "D'ESEMPIO"],
    ['LI', 'LI'],
  ])('has %s where it prints %s', (zone, print) => {
    const read = { ...fields, last_name: zone };
    expect(compareWithPrint(read, page({ Surname: print })).names).toBe('agrees');
  });

  it('agrees with a name that the zone cut off, and with a mononym', () => {
    const cut = { ...fields, last_name: 'VAN DER VOORBEELDEN TOT EKSEMPEL', first_name: 'LISEL' };
    expect(`${cut.last_name}<<${cut.first_name}`).toHaveLength(39);
    const lines = page({ Surname: 'VAN DER VOORBEELDEN TOT EKSEMPEL' });
    expect(compareWithPrint(cut, lines).names).toBe('agrees');
    const only = { ...fields, last_name: 'SUHARTONO', first_name: '' };
    expect(compareWithPrint(only, page({ Surname: 'SUHARTONO' })).names).toBe('agrees');
  });
});

describe('words that were found one by one', () => {
  const words = (down: number, ...texts: readonly string[]): PrintedLine[] =>
    printedLines(...texts).map((line, index) => ({
      ...line,
      down,
      left: 100 + index * 60,
      width: 50,
    }));

  it('are one line where they stand beside each other', () => {
    const lines = [...page({ 'Date of birth': '-' }), ...words(20, '10', 'MAR', '1990')];
    expect(compareWithPrint(fields, lines).birth).toBe('agrees');
  });

  it('are none over two columns', () => {
    const apart = words(20, '10', 'MAR', '1990').map((line, index) => ({
      ...line,
      left: 100 + index * 150,
    }));
    const lines = [...page({ 'Date of birth': '-' }), ...apart];
    expect(compareWithPrint(fields, lines).birth).toBe('unseen');
  });
});

describe('a page that prints something else', () => {
  it.each([
    ['number', { 'Document No.': 'SPX015147' }],
    ['number', { 'Document No.': 'QRT889034' }],
    ['names', { Surname: 'KOWALSKA' }],
    ['names', { 'Given names / Prénoms': 'PATRICIA' }],
    ['names', { 'Given names / Prénoms': 'LISELOTTE ANNE' }],
    ['birth', { 'Date of birth': '10 MAR 1991' }],
    ['birth', { 'Date of birth': '10 MAR 1960' }],
    ['expiry', { 'Date of expiry': '09 MAR 2019' }],
    ['sex', { Sex: 'M' }],
    ['nationality', { Nationality: 'SYR' }],
  ] as const)('differs in its %s: %j', (field, changed) => {
    expect(compareWithPrint(fields, page(changed))[field]).toBe('differs');
  });

  it('differs in a sex that stands in one line with its label, and agrees in one', () => {
    const sex = (text: string): unknown => compareWithPrint(fields, printedLines(text)).sex;
    expect(sex('15 SEX: M')).toBe('differs');
    expect(sex('15 SEX: F')).toBe('agrees');
    expect(sex('CLASS M')).toBe('unseen');
  });

  it('never agrees, also where nothing says what is what', () => {
    expect(compareWithPrint(fields, bare({ Surname: 'KOWALSKA' })).names).not.toBe('agrees');
    expect(compareWithPrint(fields, bare({ 'Document No.': 'QRT889034' })).number).toBe('unseen');
    expect(compareWithPrint(fields, bare({ 'Date of birth': '11 DEC 1974' })).birth).toBe(
      'differs',
    );
  });

  it('differs in a birth that only the print of birth and expiry contradicts', () => {
    const two = printedLines('VAN DER VOORBEELD', '19 MAY 1981', '09 MAR 2034');
    expect(compareWithPrint(fields, two)).toMatchObject({ birth: 'differs', expiry: 'agrees' });
  });

  it.each([
    ['JOHN', 'JOHANNES'],
    ['ANNA', 'JOHANNA'],
    ['LI', 'REPUBLIC'],
    ['MARY', 'MARK'],
  ])('does not find %s in %s', (name, print) => {
    const read = { ...fields, first_name: name };
    const lines = page({ 'Given names / Prénoms': print });
    expect(compareWithPrint(read, lines).names).not.toBe('agrees');
  });
});

describe('what was hardly read', () => {
  it('may be what it looks like, and differs from nothing', () => {
    const [line] = printedLines('SPX015187');
    if (line === undefined) throw new Error('no line');
    // 8 for 2 is no likeness; 8 for 6 would be.
    expect(compareWithPrint(fields, [doubtfulAt(line, 7)]).number).toBe('unseen');
    const six = { ...fields, document_number: 'SPX015167' };
    expect(compareWithPrint(six, [doubtfulAt(line, 7)]).number).toBe('agrees');
    expect(compareWithPrint(six, [line]).number).not.toBe('agrees');
  });

  it('leaves every field unseen where nothing was read', () => {
    const print = compareWithPrint(fields, []);
    expect(new Set(Object.values(print))).toEqual(new Set(['unseen']));
    expect(unseenFields(print, fields)).toEqual(['number', 'names', 'birth', 'expiry']);
  });

  it('is not looked for in a number that would stand anywhere', () => {
    const short = { ...fields, document_number: '1234' };
    expect(compareWithPrint(short, printedLines('1234')).number).toBe('unseen');
  });
});

const letters = fc.stringMatching(/^[A-Z]{4,12}$/);
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2008-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const changes: readonly fc.Arbitrary<Partial<ComparedFields>>[] = [
  fc.stringMatching(/^[A-Z]{2}[0-9]{7}$/).map((document_number) => ({ document_number })),
  letters.map((last_name) => ({ last_name })),
  letters.map((first_name) => ({ first_name })),
  day.map((date_of_birth) => ({ date_of_birth })),
  day.map((document_expiration_date) => ({ document_expiration_date })),
];

describe('a zone in which one field was changed', () => {
  it('is never found again on the page, whatever it was changed to', () => {
    const printed = new Set(['SPX015127', 'ANNA', 'LISELOTTE', 'VOORBEELD', 'PASSPORT']);
    const days = new Set(['1990-03-10', '1990-10-03']);
    fc.assert(
      fc.property(fc.oneof(...changes), fc.boolean(), (changed, isLabelled) => {
        const values = Object.values(changed);
        fc.pre(values.every((value) => !printed.has(String(value)) && !days.has(String(value))));
        const print = compareWithPrint({ ...fields, ...changed }, isLabelled ? page() : bare());
        const proved = printedFields.every((field) => print[field] === 'agrees');
        expect(proved).toBe(false);
        const isPassed =
          !Object.values(print).includes('differs') && unseenFields(print, fields).length === 0;
        expect(isPassed).toBe(false);
      }),
    );
  });
});
