/** The first try and five more (`5-webhooks.md`); then the delivery is `failed`. */
const delaysMs = [30_000, 120_000, 480_000, 1_920_000, 7_680_000] as const;
export const maxTries = delaysMs.length + 1;
const jitter = 0.1;

/** A receiver may ask for more time, but not hold a delivery for days. */
export const maxRetryAfterMs = 24 * 3_600_000;

export interface RetryQuestion {
  /** Tries that failed in this round, this one included. */
  readonly failedTries: number;
  /** From `Retry-After`; null when the answer had none. */
  readonly retryAfterMs: number | null;
  /** Shortens the schedule in soak tests; 1 in earnest. */
  readonly scale: number;
  /** In [0, 1). */
  readonly random: number;
}

/** The wait before the next try, or null when there is none. `Retry-After` only ever lengthens it. */
export function nextDelayMs(question: RetryQuestion): number | null {
  const base = delaysMs[question.failedTries - 1];
  if (base === undefined) return null;
  const spread = base * question.scale * (1 - jitter + 2 * jitter * question.random);
  return Math.round(Math.max(spread, question.retryAfterMs ?? 0));
}

/** `Retry-After` as RFC 9110 has it: seconds or an HTTP date. Anything else is no wish at all. */
export function parseRetryAfter(header: string | undefined, now: Date): number | null {
  const value = header?.trim() ?? '';
  const waitMs = /^\d{1,10}$/.test(value) ? Number(value) * 1000 : untilHttpDate(value, now);
  return waitMs === null ? null : Math.min(Math.max(waitMs, 0), maxRetryAfterMs);
}

// Date.parse takes far more than HTTP dates ("2", "1 May"): only the three forms of RFC 9110 start so.
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

function untilHttpDate(value: string, now: Date): number | null {
  if (!httpDate.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at - now.getTime();
}
