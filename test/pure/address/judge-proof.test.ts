import { addressInPrint } from '../../../activities/checks/address/find-address';
import { nameInPrint } from '../../../activities/checks/address/find-name';
import { judgeProof } from '../../../activities/checks/address/judge-proof';

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
  test('parts that stand far from each other are no address', () => {
    const rows = ['Lindenlaan', 'a', 'b', 'c', 'd', 'e', 'f', '27 3512 GH Voorbeeldstad'];
    expect(addressInPrint('Lindenlaan 27, 3512 GH Voorbeeldstad', rows).words).toBeLessThan(0.75);
  });
});

const row = (text: string) => ({ text, certainty: 1 });
const rows = ['Energy', 'Noor Voorbeeld', 'Lindenlaan 27', '3512 GH Stad', 'Date 2026-08-25'];
const rules = { maximumAgeDays: 90, nameThreshold: 0.85, addressThreshold: 0.75 };
const expected = {
  name: { first: 'Noor', last: 'Voorbeeld' },
  address: 'Lindenlaan 27 3512 GH Stad',
  statedDay: null,
  today: '2026-11-23',
};

test('a letter of the last day that counts passes, a day later it is too old', () => {
  const judged = (today: string) =>
    judgeProof({ rows: rows.map(row) }, { ...expected, today }, rules).outcome;
  expect(judged('2026-11-23')).toMatchObject({ status: 'passed', reasons: [] });
  expect(judged('2026-11-24')).toMatchObject({ status: 'failed', reasons: ['document_too_old'] });
});

test('every reason stands beside the others; print of three rows says nothing', () => {
  const nothing = ['Energy', 'Anybody', 'Somewhere', 'Thank you'].map(row);
  expect(judgeProof({ rows: nothing }, expected, rules).outcome.reasons).toEqual([
    'name_mismatch',
    'address_mismatch',
    'date_not_found',
  ]);
  const { outcome } = judgeProof({ rows: nothing.slice(1) }, expected, rules);
  expect(outcome).toMatchObject({ status: 'failed', reasons: ['unreadable'] });
});
