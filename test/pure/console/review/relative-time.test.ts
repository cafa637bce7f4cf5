import { relativeTime } from '../../../../services/console/review/parts/relative-time';

const now = Date.parse('2026-11-30T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

it.each([
  [0, 'now'],
  [-59_000, 'now'],
  [-minute, '1 min ago'],
  [-12 * minute, '12 min ago'],
  [-59.9 * minute, '59 min ago'],
  [-hour, '1 hr ago'],
  [-23.9 * hour, '23 hr ago'],
  [-2 * day, '2 days ago'],
  [3 * day, 'in 3 days'],
  [-30 * day, '30 days ago'],
  [-31 * day, '30 Oct 2026'],
  [365 * day, '30 Nov 2027'],
])('%p ms from now is %s', (ms, said) => {
  expect(relativeTime(now + ms, now, 'en-GB')).toBe(said);
});

it('speaks the language it is asked in', () => {
  expect(relativeTime(now - 2 * day, now, 'de')).toBe('vor 2 Tagen');
});
