import { VerifaError } from '../../../shared/domain/errors/verifa-error';

interface Turns {
  readonly atOnce: number;
  /** Who comes when so many wait is sent away. */
  readonly mostWaiting: number;
}

/** Each takes up to 0.6 GB and ten seconds, if it is meant to. */
export const pdfTurns: Turns = { atOnce: 2, mostWaiting: 4 };
const retryAfterSeconds = 5;

/** The same work, so many at once in this process and a few waiting; the rest is 503 with Retry-After. */
export function inTurn<A, R>(
  { atOnce, mostWaiting }: Turns,
  work: (given: A) => Promise<R>,
): (given: A) => Promise<R> {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function turn(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (waiting.length >= mostWaiting) {
      throw new VerifaError('temporarily_unavailable', { retryAfterSeconds });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  return async (given) => {
    await turn();
    try {
      return await work(given);
    } finally {
      // Whoever waits longest takes the place over.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
