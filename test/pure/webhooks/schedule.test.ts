import fc from 'fast-check';
import {
  maxRetryAfterMs,
  maxTries,
  nextDelayMs,
  parseRetryAfter,
} from '../../../activities/webhooks/schedule';

const now = new Date('2026-01-01T00:00:00Z');
const plain = { retryAfterMs: null, scale: 1, random: 0.5 };

describe('the retry schedule', () => {
  test('waits 30 s, 2 min, 8 min, 32 min, 2 h 8 min, and gives up after six tries', () => {
    const seconds = [1, 2, 3, 4, 5].map(
      (failedTries) => (nextDelayMs({ ...plain, failedTries }) ?? 0) / 1000,
    );
    expect(seconds).toEqual([30, 120, 480, 1920, 7680]);
    expect(maxTries).toBe(6);
    expect(nextDelayMs({ ...plain, failedTries: 6 })).toBeNull();
  });

  test('spreads each wait by at most a tenth', () => {
    const base = [30_000, 120_000, 480_000, 1_920_000, 7_680_000];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failedTries, random) => {
          const ratio =
            (nextDelayMs({ ...plain, failedTries, random }) ?? 0) / (base[failedTries - 1] ?? 1);
          expect(ratio).toBeGreaterThanOrEqual(0.9);
          expect(ratio).toBeLessThanOrEqual(1.1);
        },
      ),
    );
  });

  test('waits as long as the receiver asks, but never less than the schedule', () => {
    expect(nextDelayMs({ ...plain, failedTries: 1, retryAfterMs: 90_000 })).toBe(90_000);
    expect(nextDelayMs({ ...plain, failedTries: 2, retryAfterMs: 1_000 })).toBe(120_000);
  });

  test('a wish for more time adds no try', () => {
    expect(nextDelayMs({ ...plain, failedTries: 6, retryAfterMs: 1_000 })).toBeNull();
  });
});

describe('Retry-After', () => {
  test.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Thu, 01 Jan 2026 00:05:00 GMT', 300_000],
    ['Thursday, 01-Jan-26 00:05:00 GMT', 300_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['999999999', maxRetryAfterMs],
    ['Fri, 01 Jan 2027 00:00:00 GMT', maxRetryAfterMs],
  ])('%p asks for %p ms', (header, waitMs) => {
    expect(parseRetryAfter(header, now)).toBe(waitMs);
  });

  test.each([undefined, '', 'soon', '-5', '1.5', '2e3', '1 May', '2026-01-01', 'Mon, nonsense'])(
    '%p asks for nothing',
    (header) => {
      expect(parseRetryAfter(header, now)).toBeNull();
    },
  );
});
