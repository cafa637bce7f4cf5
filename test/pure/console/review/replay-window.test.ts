import fc from 'fast-check';
import { readWindow } from '../../../../services/console/review/routes/webhooks/replay-window';

const local = fc
  .date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2040-01-01') })
  .map((date) => date.toISOString().slice(0, 16));

it('is taken exactly when it ends behind its beginning', () => {
  fc.assert(
    fc.property(local, local, (since, until) => {
      expect(readWindow(since, until).ok).toBe(Date.parse(until) > Date.parse(since));
    }),
  );
});

it('ends now when no end is said', () => {
  expect(readWindow('2026-01-31T10:00', '', () => 0)).toEqual({
    ok: true,
    since: '1970-01-01T00:00:00.000Z',
    until: undefined,
  });
});

it.each([
  ['', '', 'since', 'since_missing'],
  ['yesterday', '', 'since', 'since_missing'],
  ['2026-01-31T10:00', '2026-01-31T10:00', 'until', 'until_before_since'],
  ['2026-01-31T10:00', 'later', 'until', 'until_before_since'],
])('refuses "%s" to "%s" at the field %s', (since, until, field, fault) => {
  expect(readWindow(since, until)).toEqual({ ok: false, field, fault });
});
