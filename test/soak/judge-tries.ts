import { nextDelayMs } from '../../shared/webhooks/schedule';

/** A row of `webhook_tries`. */
export interface MadeTry {
  readonly delivery_id: string;
  readonly round: number;
  readonly error_code: string | null;
  readonly duration_ms: number;
  readonly at: Date;
}

export interface TryVerdict {
  readonly tries: number;
  /** Tries of one round that ended in a failure, the most there were. */
  readonly mostFailed: number;
  /** Tries that died with their worker. */
  readonly interrupted: number;
  /** Tries made in a round after one that had succeeded. */
  readonly afterSuccess: number;
  /** Tries before the schedule's shortest wait after the failure before was over. */
  readonly hasty: number;
}

/** The database's clock and the worker's round to the millisecond, each in its own way. */
const roundingMs = 5;
const interrupted = 'interrupted';

/** @param tries in the order they were made */
export function judgeTries(tries: readonly MadeTry[], retryScale: number): TryVerdict {
  const rounds = new Map<string, MadeTry[]>();
  for (const made of tries) {
    const key = `${made.delivery_id} ${String(made.round)}`;
    rounds.set(key, [...(rounds.get(key) ?? []), made]);
  }
  let [mostFailed, afterSuccess, hasty] = [0, 0, 0];
  for (const round of rounds.values()) {
    let [failed, notBeforeMs, isDelivered] = [0, 0, false];
    for (const made of round) {
      if (isDelivered) afterSuccess += 1;
      if (made.at.getTime() < notBeforeMs) hasty += 1;
      if (made.error_code === null) isDelivered = true;
      else if (made.error_code !== interrupted) {
        failed += 1;
        const endedMs = made.at.getTime() + made.duration_ms;
        notBeforeMs = endedMs + shortestWaitMs(failed, retryScale) - roundingMs;
      }
    }
    mostFailed = Math.max(mostFailed, failed);
  }
  const died = tries.filter((made) => made.error_code === interrupted).length;
  return { tries: tries.length, mostFailed, interrupted: died, afterSuccess, hasty };
}

function shortestWaitMs(failedTries: number, scale: number): number {
  return nextDelayMs({ failedTries, retryAfterMs: null, scale, random: 0 }) ?? Infinity;
}
