/** How one try to send ended, where it did not succeed. */
export interface FailedTry {
  /** 0: nothing came back at all. */
  readonly status: number;
  readonly code: string;
  readonly retryAfterMs: number | null;
}

/** Tries that get an answer; without any answer there is no end: the person may be in a tunnel. */
export const mostAnsweredTries = 5;
const firstPauseMs = 500;
const longestPauseMs = 8_000;
/** A server that asks for more patience than this has to be told of. */
const mostPatienceMs = 60_000;

/** 0.5 s, 1 s, 2 s, … up to 8 s. Counts from 0. */
export function pauseAfter(failedTries: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failedTries, 10));
}

/**
 * How long to wait before the same is sent again; null where that would change nothing: the server
 * has looked at it and refused it.
 */
export function waitBeforeRetry(failed: FailedTry, failedTries: number): number | null {
  const pause = pauseAfter(failedTries);
  if (failed.status === 0) return pause;
  if (failedTries + 1 >= mostAnsweredTries || !mayPass(failed)) return null;
  if (failed.retryAfterMs === null) return pause;
  return failed.retryAfterMs > mostPatienceMs ? null : Math.max(pause, failed.retryAfterMs);
}

/** 429 tells two things: "slower", which passes, and "no more files with this link", which does not. */
function mayPass({ status, code }: FailedTry): boolean {
  if (status === 429) return code !== 'too_many_attempts';
  return status === 408 || status === 425 || status >= 500;
}

/** RFC 9110 §10.2.3: seconds, or a date; null where it is neither. */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds < 0 ? null : seconds * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
