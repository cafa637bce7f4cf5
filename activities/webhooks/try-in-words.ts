import { maxTries } from './schedule';

interface EndedTry {
  /** Null where no answer came. */
  readonly statusCode: number | null;
  readonly errorCode: string | null;
}

/** How a try ended, for Temporal's pages: a code, never an address or a word of the receiver's. */
export function tryInWords({ statusCode, errorCode }: EndedTry): string {
  if (statusCode === null) return errorCode ?? 'no answer';
  return `status ${String(statusCode)}${errorCode === null ? '' : ` (${errorCode})`}`;
}

/** The message of a failed try, which stands beside the time of the next one under pending activities. */
export function failedTryInWords(ended: EndedTry, failedTries: number, nextAt: Date): string {
  const count = `try ${String(failedTries)} of ${String(maxTries)}`;
  return `${tryInWords(ended)}; ${count}, the next at ${nextAt.toISOString()}`;
}
