import { nextDelayMs } from '../../../activities/webhooks/schedule';
import { busy } from './receiver-fate';

/** A row of `webhook_tries`. */
export interface MadeTry {
  readonly delivery_id: string;
  readonly round: number;
  readonly status_code: number | null;
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
  /**
   * Tries before the schedule's shortest wait after the failure before was over, or what its answer asked for.
   * By our own rows: a receiver that was killed, or whose sender was, has noted a wish that nobody heard.
   */
  readonly hasty: number;
  /** The same, but by a worker's death: it had recorded the failure and not yet told Temporal the wait. */
  readonly hastyByDeath: number;
}

/** The database's clock and the worker's round to the millisecond, each in its own way. */
const roundingMs = 5;
const interrupted = 'interrupted';
/** `heartbeatTimeout` of `workflows/delivery.ts`: no sooner is a dead worker's try begun again. */
const deathNoticedMs = 12_000;

/** @param tries in the order they were made */
export function judgeTries(tries: readonly MadeTry[], retryScale: number): TryVerdict {
  const rounds = new Map<string, MadeTry[]>();
  for (const made of tries) {
    const key = `${made.delivery_id} ${String(made.round)}`;
    rounds.set(key, [...(rounds.get(key) ?? []), made]);
  }
  let [mostFailed, afterSuccess, hasty, hastyByDeath] = [0, 0, 0, 0];
  for (const round of rounds.values()) {
    let [failed, failedAtMs, notBeforeMs, isDelivered] = [0, 0, 0, false];
    for (const made of round) {
      if (isDelivered) afterSuccess += 1;
      const atMs = made.at.getTime();
      if (atMs < notBeforeMs) {
        if (atMs < failedAtMs + deathNoticedMs) hasty += 1;
        else hastyByDeath += 1;
      }
      if (made.error_code === null) isDelivered = true;
      else if (made.error_code !== interrupted) {
        failed += 1;
        failedAtMs = atMs + made.duration_ms - roundingMs;
        const askedMs = made.status_code === busy.status ? busy.retryAfterSeconds * 1_000 : 0;
        notBeforeMs = failedAtMs + Math.max(shortestWaitMs(failed, retryScale), askedMs);
      }
    }
    mostFailed = Math.max(mostFailed, failed);
  }
  const died = tries.filter((made) => made.error_code === interrupted).length;
  return { tries: tries.length, mostFailed, interrupted: died, afterSuccess, hasty, hastyByDeath };
}

function shortestWaitMs(failedTries: number, scale: number): number {
  return nextDelayMs({ failedTries, retryAfterMs: null, scale, random: 0 }) ?? Infinity;
}
