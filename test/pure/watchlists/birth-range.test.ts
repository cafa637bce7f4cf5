import { birthAgreement } from '../../../shared/domain/watchlists/birth-range';

const day = (from: string, to = from) => [{ from, to }];

test.each([
  ['the day', day('1965-03-15'), '1965-03-15', 'same'],
  ['a day of the year', day('1965-01-01', '1965-12-31'), '1965-07-01', 'same'],
  ['the second of two', [...day('1950-01-01'), ...day('1965-03-15')], '1965-03-15', 'same'],
  ['a year beside', day('1965-01-01', '1965-12-31'), '1966-12-31', 'near'],
  ['two figures exchanged', day('1965-03-15'), '1956-03-15', 'near'],
  ['one figure wrong', day('1965-03-15'), '1985-03-15', 'near'],
  ['day and month exchanged', day('1965-03-05'), '1965-05-03', 'near'],
  ['a decade beside a year', day('1965-01-01', '1965-12-31'), '1975-03-15', 'contradicts'],
  ['another day altogether', day('1965-03-15'), '1988-11-02', 'contradicts'],
  ['two figures wrong', day('1965-03-15'), '1985-04-15', 'contradicts'],
  ['nothing on the list', [], '1965-03-15', 'unknown'],
  ['nothing of the person', day('1965-03-15'), null, 'unknown'],
] as const)('%s', (_name, ranges, born, agreement) => {
  expect(birthAgreement(ranges, born)).toBe(agreement);
});
