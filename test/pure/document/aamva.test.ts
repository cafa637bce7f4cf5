import fc from 'fast-check';
import { parseAamva } from '../../../activities/checks/engines/document/barcode/aamva';

/** A barcode as the standard's annex D lays it out, with the header running into the first element. */
function barcode(
  elements: Readonly<Record<string, string>>,
  designator: 'DL' | 'ID' = 'DL',
): string {
  const lines = Object.entries(elements).map(([name, value]) => `${name}${value}\n`);
  return `@\n\u001e\rANSI 636000100002${designator}00410278ZV03190008${designator}${lines.join('')}\rZVZVA01\r`;
}

const licence = {
  DAQ: 'T64235789',
  DCS: 'SAMPLE',
  DDEN: '',
  DAC: 'MICHELLE',
  DAD: 'MARIE',
  DBD: '07212023',
  DBB: '03101990',
  DBA: '03102031',
  DBC: '2',
  DCG: 'USA',
};

const { DAD: _middle, ...withoutMiddle } = licence;

/** Of versions 2 to 10: header, one subfile. */
function card(issuer: string, version: string, subfile: 'DL' | 'ID' | 'EN', lines: string): string {
  return `@\n\u001e\rANSI ${issuer}${version}0001${subfile}00310241${subfile}${lines}\r`;
}
const marlow = 'DAQD0840321\nDCSMARLOW\nDACIRIS\nDADJUNE\nDBB06061986\nDBA05122031\nDBC2\n';

describe('what kind of card a barcode is of', () => {
  it('an ID subfile is an identity card, which lets nobody drive', () => {
    expect(parseAamva(card('636018', '09', 'ID', marlow))?.document_type).toBe('national_id');
  });

  it.each(['DL', 'EN'] as const)('a %s subfile is a licence', (subfile) => {
    expect(parseAamva(card('636018', '09', subfile, marlow))?.document_type).toBe(
      'drivers_license',
    );
  });

  it.each([
    ['636012', 'CAN'],
    ['636028', 'CAN'],
    ['604428', 'CAN'],
    ['604432', 'CAN'],
    ['636057', 'MEX'],
    ['636000', 'USA'],
    ['604431', 'USA'],
  ])('issuer %s is in %s, without and against the element that says so', (issuer, country) => {
    expect(parseAamva(card(issuer, '03', 'DL', marlow))?.document_issuing_state).toBe(country);
    expect(parseAamva(card(issuer, '03', 'DL', `${marlow}DCGUSA\n`))?.document_issuing_state).toBe(
      country,
    );
  });

  it('an issuer that is on no list is of the country it names, or of none', () => {
    const state = (more: string): string | undefined =>
      parseAamva(card('999999', '09', 'DL', marlow + more))?.document_issuing_state;
    expect([state('DCGCAN\n'), state('')]).toEqual(['CAN', '']);
  });
});

describe('names as the versions of the standard write them', () => {
  const first = (names: string): string =>
    '@\n\u001e\rAAMVA6360030101DL00290175DLDAQM520098009843\n' +
    `${names}\nDBB19860606\nDBD20210512\nDBA20310512\nDBC2\r`;

  it.each([
    ['in one element', 'DAAMARLOW,IRIS,JUNE,'],
    ['in three', 'DABMARLOW\nDACIRIS\nDADJUNE'],
  ])('version 1, %s', (_name, names) => {
    expect(parseAamva(first(names))).toMatchObject({
      last_name: 'MARLOW',
      first_name: 'IRIS JUNE',
      document_number: 'M520098009843',
      document_issuing_state: 'USA',
      date_of_birth: '1986-06-06',
      gender: 'female',
      document_expiration_date: '2031-05-12',
    });
  });

  it('an empty first name beside all given names in one element', () => {
    const lines = marlow.replace('DACIRIS\nDADJUNE', 'DAC\nDCTIRIS,JUNE');
    expect(parseAamva(card('636018', '03', 'DL', lines))?.first_name).toBe('IRIS JUNE');
  });

  it('a name of one word, with a placeholder for the other', () => {
    const lines = marlow.replace('DACIRIS\nDADJUNE', 'DACNONE\nDADunavl');
    expect(parseAamva(card('636018', '09', 'DL', lines))).toMatchObject({
      last_name: 'MARLOW',
      first_name: '',
    });
  });
});

describe("a licence's barcode", () => {
  it('of the United States: dates month first', () => {
    expect(parseAamva(barcode(licence))).toEqual({
      document_type: 'drivers_license',
      document_issuing_state: 'USA',
      last_name: 'SAMPLE',
      first_name: 'MICHELLE MARIE',
      document_number: 'T64235789',
      nationality: '',
      date_of_birth: '1990-03-10',
      gender: 'female',
      document_expiration_date: '2031-03-10',
      document_issue_date: '2023-07-21',
    });
  });

  it('of Canada: dates year first', () => {
    const canadian = { ...licence, DBD: '20230721', DBB: '19900310', DBA: '20310310', DCG: 'CAN' };
    expect(parseAamva(barcode(canadian).replace('636000', '636012'))).toMatchObject({
      document_issuing_state: 'CAN',
      date_of_birth: '1990-03-10',
      document_expiration_date: '2031-03-10',
      document_issue_date: '2023-07-21',
    });
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['left out', withoutMiddle],
    ['NONE', { ...licence, DAD: 'NONE' }],
    ['UNAVL', { ...licence, DAD: 'UNAVL' }],
    ['empty', { ...licence, DAD: '' }],
  ])('has no middle name when it is %s', (_name, elements) => {
    expect(parseAamva(barcode(elements))?.first_name).toBe('MICHELLE');
  });

  it('gives all first names at once, as its older versions do', () => {
    const { DAC: _first, ...older } = withoutMiddle;
    expect(parseAamva(barcode({ ...older, DCT: 'MICHELLE,MARIE' }))?.first_name).toBe(
      'MICHELLE MARIE',
    );
  });

  it.each(['DL', 'ID'] as const)(
    'is read whichever element stands first behind the designator %s',
    (designator) => {
      const { DAQ, ...others } = licence;
      const last = parseAamva(barcode({ ...others, DAQ }, designator));
      expect(last).toEqual(parseAamva(barcode(licence, designator)));
      expect(last?.document_number).toBe('T64235789');
    },
  );

  it.each([
    ['1', 'male'],
    ['2', 'female'],
    ['9', 'unspecified'],
    ['M', 'male'],
  ])('sex %s is %s', (code, gender) => {
    expect(parseAamva(barcode({ ...licence, DBC: code }))?.gender).toBe(gender);
  });

  it.each(['02301990', '13011990', '0310199', 'NONE', ''])('has no day %s', (DBB) => {
    expect(parseAamva(barcode({ ...licence, DBB }))).toMatchObject({ date_of_birth: null });
  });

  it('is none without a number, without a last name or without the header', () => {
    const { DCS: _last, ...nameless } = licence;
    expect(parseAamva(barcode({ ...licence, DAQ: '' }))).toBeUndefined();
    const { DAC: _first, DAD: _second, ...unnamed } = nameless;
    expect(parseAamva(barcode(unnamed))).toBeUndefined();
    expect(parseAamva(barcode(licence).slice(1))).toBeUndefined();
    expect(parseAamva('M1MUSTER/SAM E1AB2CD VIEZRH')).toBeUndefined();
  });

  it('never throws, and gives real days or none', () => {
    const element = fc.tuple(
      fc.constantFrom('DAQ', 'DCS', 'DAC', 'DAD', 'DBB', 'DBA', 'DBD', 'DBC', 'DCG', 'ZVA'),
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9]{8}$/)),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((tail) => `@\n\u001e\rANSI ${tail}`),
      fc.array(element).map((elements) => barcode(Object.fromEntries(elements))),
    );
    fc.assert(
      fc.property(text, (any) => {
        const fields = parseAamva(any);
        if (fields === undefined) return;
        expect(fields.document_number).not.toBe('');
        for (const day of [fields.date_of_birth, fields.document_expiration_date]) {
          if (day !== null) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        }
      }),
      { numRuns: 500 },
    );
  });
});
