import { retryDelayMs } from '../../../services/client/src/retry-delay';

const now = new Date('2026-03-01T12:00:00.000Z');
const delay = (wish: Partial<Parameters<typeof retryDelayMs>[0]>): number | null =>
  retryDelayMs({ retry: 0, retryAfter: null, now, random: 0.5, ...wish });

describe('the wait before the next try', () => {
  it('is anything up to a bound that doubles, and stops doubling at 8 s', () => {
    const longest = [0, 1, 2, 3, 4, 5, 50].map((retry) => delay({ retry, random: 0.999_999 }));
    expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    expect(delay({ retry: 5, random: 0 })).toBe(0);
  });

  it('is never shorter than the service asks for, in seconds or as a date', () => {
    expect(delay({ retryAfter: '7', random: 0 })).toBe(7_000);
    expect(delay({ retryAfter: '7' })).toBe(7_250);
    expect(delay({ retryAfter: 'Sun, 01 Mar 2026 12:00:30 GMT', random: 0 })).toBe(30_000);
    expect(delay({ retryAfter: 'Sun, 01 Mar 2026 11:00:00 GMT' })).toBe(0);
    expect(delay({ retryAfter: '0' })).toBe(0);
  });

  it('is not begun when it would be longer than a minute', () => {
    expect(delay({ retryAfter: '60', random: 0 })).toBe(60_000);
    expect(delay({ retryAfter: '61' })).toBeNull();
    expect(delay({ retryAfter: 'Sun, 01 Mar 2026 13:00:00 GMT' })).toBeNull();
  });

  it('falls back to its own bound when the wish cannot be read', () => {
    expect(delay({ retryAfter: 'soon' })).toBe(250);
  });
});
