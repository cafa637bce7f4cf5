import fc from 'fast-check';
import {
  mostAnsweredTries,
  pauseAfter,
  readRetryAfter,
  waitBeforeRetry,
} from '../../../../../services/console/capture/upload/retry';

const lost = { status: 0, code: 'offline', retryAfterMs: null };

it('waits 0.5 s, then twice as long each time, never over 8 s', () => {
  expect([0, 1, 2, 3, 4, 5, 60].map(pauseAfter)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
});

it('never gives up a piece because the network is away', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), (failedTries) => {
      const wait = waitBeforeRetry(lost, failedTries);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(8000);
    }),
  );
});

it.each([400, 401, 403, 404, 409, 410, 413, 415, 422])(
  'never sends again what was refused for good: %d',
  (status) => {
    expect(waitBeforeRetry({ status, code: 'any', retryAfterMs: null }, 0)).toBeNull();
  },
);

it.each([408, 425, 500, 502, 503, 504])('sends again what may pass: %d', (status) => {
  const failed = { status, code: 'any', retryAfterMs: null };
  expect(waitBeforeRetry(failed, 0)).toBe(500);
  expect(waitBeforeRetry(failed, mostAnsweredTries - 1)).toBeNull();
});

it('tells "slower" from "no more files with this link"', () => {
  const answered = { status: 429, retryAfterMs: 3000 };
  expect(waitBeforeRetry({ ...answered, code: 'rate_limited' }, 0)).toBe(3000);
  expect(waitBeforeRetry({ ...answered, code: 'too_many_attempts' }, 0)).toBeNull();
});

it('waits as long as the server asks for, and does not hide a long wait from the person', () => {
  const busy = { status: 503, code: 'temporarily_unavailable' };
  expect(waitBeforeRetry({ ...busy, retryAfterMs: 20_000 }, 0)).toBe(20_000);
  expect(waitBeforeRetry({ ...busy, retryAfterMs: 10 }, 2)).toBe(2000);
  expect(waitBeforeRetry({ ...busy, retryAfterMs: 600_000 }, 0)).toBeNull();
});

it('reads Retry-After in seconds and as a date, and nothing else', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  expect(readRetryAfter('7', now)).toBe(7000);
  expect(readRetryAfter('Sun, 29 Nov 2026 12:00:30 GMT', now)).toBe(30_000);
  expect(readRetryAfter('Sun, 29 Nov 2026 11:00:00 GMT', now)).toBe(0);
  for (const none of [null, '', ' ', 'soon', '-3']) expect(readRetryAfter(none, now)).toBeNull();
});
