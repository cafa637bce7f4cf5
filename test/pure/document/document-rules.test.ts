import { judgeAge } from '../../../shared/domain/checks/rules/age';
import { ageOn } from '../../../shared/domain/checks/rules/age-on';
import { calendarDay } from '../../../shared/domain/dates/calendar-day';
import { judgeExpiration } from '../../../shared/domain/checks/rules/document-expiration';
import type { DocumentReading } from '../../../activities/checks/engines/document/page/document-reader';
import { judgeDocumentFilter } from '../../../shared/domain/checks/rules/id-document-filter';
import { judgeReading } from '../../../activities/checks/engines/document/judge-reading';
import { alpha3, isKnownState } from '../../../shared/domain/countries/states';
import { ageConfigSchema } from '../../../shared/domain/checks/check-config';
import {
  printedFields,
  type PrintComparison,
} from '../../../shared/domain/checks/print/compare-print';

describe('the calendar day', () => {
  it('is the one of the time zone', () => {
    const instant = new Date('2026-11-23T23:30:00Z');
    expect(calendarDay(instant)).toBe('2026-11-23');
    expect(calendarDay(instant, 'Asia/Tokyo')).toBe('2026-11-24');
    expect(calendarDay(new Date('2026-11-23T02:00:00Z'), 'America/New_York')).toBe('2026-11-22');
  });
});

describe('document_expiration', () => {
  it.each([
    ['2026-11-24', 'passed', []],
    ['2026-11-23', 'passed', []],
    ['2026-11-22', 'failed', ['document_expired']],
    [null, 'skipped', ['expiration_date_unreadable']],
  ] as const)('a document good until %s is %s on 2026-11-23', (day, status, reasons) => {
    expect(judgeExpiration({ document_expiration_date: day }, '2026-11-23')).toMatchObject({
      status,
      reasons,
    });
  });

  it.each([
    ['2026-11-23', 'passed', []],
    ['2026-11-24', 'failed', ['issued_in_future']],
    [null, 'passed', []],
    [undefined, 'passed', []],
  ] as const)('one issued on %s is %s on 2026-11-23', (issued, status, reasons) => {
    const fields = { document_expiration_date: '2031-01-01', document_issue_date: issued };
    expect(judgeExpiration(fields, '2026-11-23')).toMatchObject({ status, reasons });
  });

  it('one issued in the future fails although its expiry cannot be read', () => {
    const fields = { document_expiration_date: null, document_issue_date: '2027-01-01' };
    expect(judgeExpiration(fields, '2026-11-23')).toMatchObject({
      status: 'failed',
      reasons: ['expiration_date_unreadable', 'issued_in_future'],
    });
  });
});

describe('age', () => {
  it.each([
    ['2008-11-23', '2026-11-23', 18],
    ['2008-11-24', '2026-11-23', 17],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
  ])('born %s, on %s: %i', (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age);
  });

  it('is 18 at least unless the workflow says otherwise', () => {
    const config = ageConfigSchema.parse({});
    const fields = { date_of_birth: '2008-11-24' };
    expect(judgeAge(fields, config, '2026-11-23')).toMatchObject({
      age: 17,
      outcome: { status: 'failed', reasons: ['under_age'] },
    });
    expect(judgeAge(fields, { minimum_age: 16 }, '2026-11-23').outcome.status).toBe('passed');
    expect(judgeAge({ date_of_birth: null }, config, '2026-11-23').outcome.status).toBe('skipped');
  });
});

describe('id_document_filter', () => {
  const passport = { document_type: 'passport', document_issuing_state: 'D' } as const;

  it('knows an MRZ-only code as the state it stands for', () => {
    expect(['D', 'GBD', 'RKS', 'de', 'NLD'].map(alpha3)).toEqual([
      'DEU',
      'GBR',
      'XKX',
      'DEU',
      'NLD',
    ]);
    expect(['D', 'XXA', 'XXK', 'NLD'].every(isKnownState)).toBe(true);
    expect(['EIN', 'NID', 'XAA', ''].some(isKnownState)).toBe(false);
  });

  it.each(['RKS', 'KS', 'XXK', 'XKX'])('takes a document of %s for Kosovo', (code) => {
    const fields = { ...passport, document_issuing_state: code };
    expect(judgeDocumentFilter(fields, {}, { country: 'XK' }).reasons).toEqual([]);
    expect(judgeDocumentFilter(fields, { allowed_countries: ['XK'] }).reasons).toEqual([]);
    expect(judgeDocumentFilter(fields, {}, { country: 'RS' }).reasons).toEqual([
      'issuing_country_mismatch',
    ]);
  });

  it.each([
    [{}, {}, []],
    [{ allowed_countries: ['DE', 'NLD'] }, { country: 'DEU' }, []],
    [{ allowed_countries: ['NLD'] }, {}, ['issuing_country_not_allowed']],
    [{ allowed_types: ['national_id' as const] }, {}, ['document_type_not_allowed']],
    [{}, { documentType: 'national_id' as const }, ['document_type_mismatch']],
    [{}, { country: 'FR' }, ['issuing_country_mismatch']],
  ])('%j, declared %j: %j', (config, declared, reasons) => {
    expect(judgeDocumentFilter(passport, config, declared)).toMatchObject({
      status: reasons.length === 0 ? 'passed' : 'failed',
      reasons,
    });
  });

  it('never allows what is no identity document', () => {
    const visa = { document_type: 'other', document_issuing_state: 'NLD' } as const;
    expect(judgeDocumentFilter(visa, {}).reasons).toEqual(['document_type_not_allowed']);
  });
});

const allAgree: PrintComparison = {
  number: 'agrees',
  names: 'agrees',
  birth: 'agrees',
  expiry: 'agrees',
  sex: 'agrees',
  nationality: 'agrees',
  issuer: 'agrees',
};

describe('document_ocr judges a reading', () => {
  const right = { number: true, birth: true, expiry: true, optional: true, composite: true };
  const reading: Extract<DocumentReading, { kind: 'read' }> = {
    kind: 'read',
    side: 'front',
    format: 'TD3',
    fields: {
      document_type: 'passport',
      document_issuing_state: 'NLD',
      last_name: 'VOORBEELD',
      first_name: 'LISELOTTE',
      document_number: 'SPX015127',
      nationality: 'NLD',
      date_of_birth: '1990-03-10',
      gender: 'female',
      document_expiration_date: '2034-03-09',
    },
    checkDigits: right,
    repaired: [],
    numberInDoubt: false,
    steady: true,
    misreadable: false,
    certainty: 0.97,
    font: { ocrB: 0.97 },
    otherPrint: false,
    barcodeDiffers: false,
    print: allAgree,
    otherSide: null,
    isDocument: true,
  };
  const reasons = (changed: DocumentReading): readonly string[] =>
    judgeReading(changed, { engine: 'e', engineVersion: '1' }).reasons;

  it('passes one with all digits right', () => {
    expect(judgeReading(reading, { engine: 'e', engineVersion: '1' })).toMatchObject({
      status: 'passed',
      score: 0.97,
      reasons: [],
      engine: 'e',
    });
  });

  it('fails every other, with its reason', () => {
    expect(reasons({ kind: 'not_found' })).toEqual(['mrz_not_found']);
    expect(reasons({ kind: 'unreadable', side: 'front' })).toEqual(['mrz_unreadable']);
    expect(reasons({ ...reading, steady: false })).toEqual(['mrz_unreadable']);
    expect(reasons({ ...reading, numberInDoubt: true })).toEqual(['mrz_repaired']);
    for (const digit of Object.keys(right)) {
      expect(reasons({ ...reading, checkDigits: { ...right, [digit]: false } })).toEqual([
        'mrz_checksum_mismatch',
      ]);
    }
    const strange = { ...reading.fields, nationality: 'EIN' };
    expect(reasons({ ...reading, fields: strange })).toEqual(['unknown_state']);
  });

  it("asks print for the issuer where the holder is another state's: no check digit covers either", () => {
    const unseen: PrintComparison = { ...allAgree, issuer: 'unseen' };
    const of = (document_issuing_state: string, nationality: string): DocumentReading => ({
      ...reading,
      fields: { ...reading.fields, document_issuing_state, nationality },
      print: unseen,
    });
    expect(reasons(of('SYR', 'NLD'))).toEqual(['visual_zone_unreadable']);
    expect(reasons({ ...reading, fields: { ...reading.fields, nationality: 'SYR' } })).toEqual([]);
    expect(reasons(of('GBR', 'GBD'))).toEqual([]);
    expect(reasons(of('D', 'D'))).toEqual([]);
  });

  it('calls a wrong digit the document only where nothing may have been misread', () => {
    const wrong = { ...reading, checkDigits: { ...right, number: false } };
    expect(reasons({ ...wrong, misreadable: true })).toEqual(['mrz_unreadable']);
    expect(reasons({ ...wrong, misreadable: false })).toEqual(['mrz_checksum_mismatch']);
  });

  it.each(printedFields)('fails one that prints another %s', (field) => {
    const print = { ...allAgree, [field]: 'differs' as const };
    expect(reasons({ ...reading, print })).toEqual(['visual_zone_mismatch']);
    // A zone that contradicts itself already proves nothing about the other places.
    const wrong = { ...reading, checkDigits: { ...right, birth: false } };
    expect(reasons({ ...wrong, print })).toEqual(['mrz_checksum_mismatch']);
  });

  it.each(['number', 'names', 'birth', 'expiry'] as const)(
    'never passes one whose %s was not seen in print',
    (field) => {
      const print = { ...allAgree, [field]: 'unseen' as const };
      expect(reasons({ ...reading, print })).toEqual(['visual_zone_unreadable']);
    },
  );

  it('asks no print for an expiry that the document does not have', () => {
    const fields = { ...reading.fields, document_expiration_date: null };
    const print = { ...allAgree, expiry: 'unseen' as const };
    expect(reasons({ ...reading, fields, print })).toEqual([]);
  });

  it.each([
    [{ barcodeDiffers: true }, 'barcode_mismatch'],
    [{ otherSide: 'differs' }, 'front_back_mismatch'],
    [{ otherSide: 'unseen' }, 'visual_zone_unreadable'],
    [{ isDocument: false }, 'not_a_document'],
  ] as const)('fails one with %j: %s', (changed, reason) => {
    expect(reasons({ ...reading, ...changed })).toEqual([reason]);
  });

  it('says of a readable zone of no ICAO format that it is not supported', () => {
    expect(reasons({ kind: 'unsupported', side: 'front' })).toEqual(['format_not_supported']);
  });
});

describe("document_ocr judges a licence's barcode", () => {
  const licence: Extract<DocumentReading, { kind: 'barcode' }> = {
    kind: 'barcode',
    side: 'back',
    fields: {
      document_type: 'drivers_license',
      document_issuing_state: 'USA',
      last_name: 'SAMPLE',
      first_name: 'MICHELLE',
      document_number: 'T64235789',
      nationality: '',
      date_of_birth: '1990-03-10',
      gender: 'female',
      document_expiration_date: '2031-03-10',
      document_issue_date: '2023-07-21',
    },
    otherPrint: false,
    print: { ...allAgree, nationality: 'unseen' },
    otherSide: 'agrees',
    isDocument: true,
  };
  const judged = (changed: DocumentReading): unknown =>
    judgeReading(changed, { engine: 'e', engineVersion: '1' });

  it('passes one whose number stands on the front, without a nationality', () => {
    expect(judged(licence)).toMatchObject({ status: 'passed', score: 1, reasons: [] });
  });

  it.each([
    ['not found in print', { number: 'unseen' }, 'visual_zone_unreadable'],
    ['printed differently', { number: 'differs' }, 'barcode_mismatch'],
    ['right, birth printed differently', { birth: 'differs' }, 'barcode_mismatch'],
  ] as const)('fails one whose number is %s', (_name, changed, reason) => {
    const print = { ...allAgree, ...changed };
    expect(judged({ ...licence, print })).toMatchObject({
      status: 'failed',
      reasons: [reason],
    });
  });

  it('fails one without a day of birth', () => {
    const fields = { ...licence.fields, date_of_birth: null };
    expect(judged({ ...licence, fields })).toMatchObject({ reasons: ['date_of_birth_unreadable'] });
  });
});
