const firstDelayMs = 500;
const longestBackoffMs = 8_000;
/** A rate limit's minute; whoever asks for longer is not waited for. */
const longestWaitMs = 60_000;

export interface RetryWish {
  /** 0 behind the first try. */
  readonly retry: number;
  /** The header as it came: seconds, or an HTTP date. */
  readonly retryAfter: string | null;
  readonly now: Date;
  /** In [0, 1). */
  readonly random: number;
}

/**
 * How long to wait before the next try; null when it would be too long. Without a wish of the service
 * anything up to a doubling bound ("full jitter"): clients that failed together do not come back together.
 */
export function retryDelayMs({ retry, retryAfter, now, random }: RetryWish): number | null {
  const backoffMs = Math.min(firstDelayMs * 2 ** retry, longestBackoffMs);
  const wishedMs = retryAfter === null ? null : parseRetryAfter(retryAfter, now);
  if (wishedMs === null) return Math.round(random * backoffMs);
  if (wishedMs > longestWaitMs) return null;
  // Never earlier than wished; what comes on top spreads those who were told the same second.
  return wishedMs === 0 ? 0 : wishedMs + Math.round(random * firstDelayMs);
}

function parseRetryAfter(header: string, now: Date): number | null {
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
