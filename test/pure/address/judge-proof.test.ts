import { addressInPrint } from '../../../activities/checks/engines/address/find-address';
import { nameInPrint } from '../../../activities/checks/engines/address/find-name';
import { judgeProof } from '../../../activities/checks/engines/address/judge-proof';
import { proofKinds, type ProofKind } from '../../../shared/domain/documents/proof-kinds';

describe('a name in print', () => {
  const name = { first: 'Noor Anna', last: 'Voorbeeld' };
  test.each([
    'Mevr. N. Noor Voorbeeld',
    'VOORBEELD, NOOR',
    'NoorVoorbeeld',
    'Mrs NoorVoorbeeld Invoice date',
    'Noor Voorbee1d',
  ])('%s', (row) => expect(nameInPrint(name, ['Energy bill', row])).toBeGreaterThanOrEqual(0.85));
  test.each(['Saar Voorbeeld', 'Voorbeeld', 'Noor Anders', 'Noor Anna', 'Your energy bill', ''])(
    'not: %s',
    (row) => expect(nameInPrint(name, [row])).toBeLessThan(0.85),
  );
});

describe('a name as bills shorten it', () => {
  test.each([
    [{ first: 'John', last: 'Smith' }, 'Mr J Smith'],
    [{ first: 'Ana Maria', last: 'García López' }, 'Ana García'],
    [{ first: 'Ana Maria', last: 'García López' }, 'Ana López'],
    [{ first: '', last: 'Zarmina' }, 'Ms Zarmina'],
  ])('%j: %s', (name, row) => expect(nameInPrint(name, [row])).toBeGreaterThanOrEqual(0.85));
  test.each([
    [{ first: 'John', last: 'Smith' }, 'Mr P Smith'],
    [{ first: 'John', last: 'Smith' }, 'J Smithers'],
    [{ first: 'Ana Maria', last: 'García López' }, 'Maria García'],
    [{ first: '', last: 'Zarmina' }, 'Ms Bibigul'],
  ])('not %j: %s', (name, row) => expect(nameInPrint(name, [row])).toBeLessThan(0.85));
});

describe('an address in print', () => {
  test.each([
    ['Lindenlaan 27 B, 3512 GH Voorbeeldstad', ['Lindenlaan 27b', '3512GH VOORBEELDSTAD']],
    ['12 High Street Exampleton SW1A 1AA', ['12 High St', 'Exampleton', 'SW1A1AA']],
    ['Müllerstraße 4, 12345 Musterstadt', ['Muellerstr. 4', '12345 Musterstadt']],
    ['Lindenlaan 27B 3512GH Voorbeeldstad', ['Lindenlaan27B', '3512 GH Voorbee1dstad']],
  ])('%s', (address, rows) => {
    const { words, numbers } = addressInPrint(address, ['Energy Ltd', ...rows, 'Total 94.17']);
    expect(numbers).toBe(true);
    expect(words).toBeGreaterThanOrEqual(0.75);
  });
  test('another house of the street, another code, another street', () => {
    const printed = ['Lindenlaan 29', '3512 GH Voorbeeldstad'];
    expect(addressInPrint('Lindenlaan 27, 3512 GH Voorbeeldstad', printed).numbers).toBe(false);
    expect(addressInPrint('Lindenlaan 29, 3512 GK Voorbeeldstad', printed).numbers).toBe(false);
    expect(addressInPrint('Kastanjeweg 29, 3512 GH Elders', printed).words).toBeLessThan(0.75);
  });
  test('a number that stands elsewhere is no house number', () => {
    const bill = ['Rechnung Nr. 12', 'Noor Voorbeeld', 'Lindenstr. 7', '12345 Musterstadt'];
    expect(addressInPrint('Lindenstr. 12, 12345 Musterstadt', bill).numbers).toBe(false);
    expect(addressInPrint('Lindenstr. 7, 12345 Musterstadt', bill).numbers).toBe(true);
  });
  test.each([
    ['Calle Mayor 5, 2ºB, 28001 Madrid', ['Calle Mayor 5 2º B', '28001 Madrid']],
    ['Calle Mayor 5, 2ºB, 28001 Madrid', ['Calle Mayor 5', '2ºB', '28001 Madrid']],
    ['Lindenstr. 7, 12345 Ulm, Germany', ['Lindenstr. 7', '12345 Ulm']],
    [
      '12 High Street, Exampleton, SW1A 1AA, United Kingdom',
      ['12 High St', 'Exampleton', 'SW1A 1AA'],
    ],
    ['1010 Wien, Ringstrasse 12', ['Ringstrasse 12', '1010 Wien']],
  ])('%s: floors, and countries that bills at home leave out', (address, printed) => {
    const { words, numbers } = addressInPrint(address, printed);
    expect(numbers).toBe(true);
    expect(words).toBeGreaterThanOrEqual(0.75);
  });
  test('parts that stand far from each other are no address', () => {
    const rows = ['Lindenlaan', 'a', 'b', 'c', 'd', 'e', 'f', '27 3512 GH Voorbeeldstad'];
    expect(addressInPrint('Lindenlaan 27, 3512 GH Voorbeeldstad', rows).words).toBeLessThan(0.75);
  });
});

const row = (text: string) => ({ text, certainty: 1 });
const rows = [
  'Energy Ltd',
  'Your bill',
  'Noor Voorbeeld',
  'Lindenlaan 27',
  '3512 GH Stad',
  'Date 2026-08-25',
];
const rules = { maximumAgeDays: 90, nameThreshold: 0.85, addressThreshold: 0.75 };
const expected = {
  name: { first: 'Noor', last: 'Voorbeeld' },
  address: 'Lindenlaan 27 3512 GH Stad',
  country: 'NLD',
  kind: 'utility_bill' as const,
  statedDay: null,
  today: '2026-11-23',
  editors: [],
};

test('a letter of the last day that counts passes, a day later it is too old', () => {
  const judged = (today: string) =>
    judgeProof({ rows: rows.map(row) }, { ...expected, today }, rules).outcome;
  expect(judged('2026-11-23')).toMatchObject({ status: 'passed', reasons: [] });
  expect(judged('2026-11-24')).toMatchObject({ status: 'failed', reasons: ['document_too_old'] });
});

test('every reason stands beside the others; print of three rows says nothing', () => {
  const nothing = ['Energy Ltd', 'Anybody', 'Somewhere', 'Thank you'].map(row);
  expect(judgeProof({ rows: nothing }, expected, rules).outcome.reasons).toEqual([
    'not_a_proof_of_address',
    'name_mismatch',
    'address_mismatch',
    'date_not_found',
  ]);
  const { outcome } = judgeProof({ rows: nothing.slice(1) }, expected, rules);
  expect(outcome).toMatchObject({ status: 'failed', reasons: ['unreadable'] });
});

describe('a paper that is no proof', () => {
  const own = ['Noor Voorbeeld', 'Lindenlaan 27', '3512 GH Stad'];
  const judged = (print: readonly string[], kind: ProofKind | null, editors: string[] = []) =>
    judgeProof({ rows: print.map(row) }, { ...expected, kind, editors }, rules).outcome.reasons;

  test.each<[string, readonly string[]]>([
    ['a shopping list', [...own, 'Date 2026-10-25', 'Milk', 'Bread', 'Six eggs']],
    ['a letter of her own', [...own, 'Date 2026-10-25', 'I hereby confirm that I live here.']],
  ])('%s', (_what, print) => {
    for (const kind of [null, ...proofKinds]) {
      expect(judged(print, kind)).toEqual(['not_a_proof_of_address', 'issuer_not_found']);
    }
  });
  test('a bill that nobody but the applicant sends', () => {
    const print = ['Noor Voorbeeld Energy', ...own, 'Invoice date 2026-10-25', 'Electricity bill'];
    expect(judged(print, 'utility_bill')).toEqual(['issuer_not_found']);
  });
  test('a paper of another kind than was said', () => {
    const print = ['Made-up Bank plc', ...own, 'Statement date 2026-10-25', 'IBAN and balance'];
    expect(judged(print, 'bank_statement')).toEqual([]);
    expect(judged(print, null)).toEqual([]);
    expect(judged(print, 'tax_document')).toEqual(['not_a_proof_of_address']);
  });
  test('a file that names an editor', () => {
    expect(
      judged([...rows.slice(0, -1), 'Date 2026-10-25'], 'utility_bill', ['pdf_editor']),
    ).toEqual(['exif_editing_software']);
  });
});

describe('papers of each kind are known in several languages', () => {
  const own = ['Noor Voorbeeld', 'Lindenlaan 27', '3512 GH Stad'];
  test.each<[ProofKind, readonly string[]]>([
    ['utility_bill', ['Stadtwerke Musterstadt GmbH', 'Rechnung', 'Stromverbrauch 312 kWh']],
    ['utility_bill', ['Energía Ficticia S.A.', 'Factura de electricidad', 'Fecha de factura']],
    ['bank_statement', ['Banque Fictive SA', 'Relevé de compte', 'Solde', 'IBAN']],
    ['government_letter', ['Gemeente Voorbeeldstad', 'Ons kenmerk', 'Registratie']],
    ['tax_document', ['Finanzamt Musterstadt', 'Einkommensteuerbescheid', 'Steuernummer']],
    ['rental_agreement', ['Mietvertrag', 'Vermieter: Saar Anders', 'Mieter: Noor Voorbeeld']],
  ])('%s: %j', (kind, print) => {
    const printed = [...print, ...own, '2026-10-25'].map(row);
    expect(judgeProof({ rows: printed }, { ...expected, kind }, rules).outcome.reasons).toEqual([]);
  });
});
