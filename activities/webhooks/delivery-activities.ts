import { heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Kysely } from 'kysely';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database, WebhookDeliveryRow } from '../../shared/database/schema';
import type { WebhookEndpointId } from '../../shared/domain/ids';
import { beginTry } from './begin-try';
import type { DeliveryRound } from './begun-try';
import { createEndpointTraffic, type EndpointTraffic, type TryEnd } from './endpoint-traffic';
import { finishTry } from './finish-try';
import { sendDelivery, type SendRules } from './send-delivery';
import type { TryResult } from './send-try';
import { failedTryInWords } from './try-in-words';

const heartbeatEveryMs = 4_000;
/** Below `MAX_CONCURRENT_DELIVERIES` by far, so that a dozen dead receivers leave room for the rest. */
export const maxInFlightPerEndpoint = 8;

export interface WebhookActivityDeps extends SendRules {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  /** `WEBHOOK_RETRY_SCALE`. */
  readonly retryScale: number;
  /** The dispatcher's too, so that no work is started that would find no place. */
  readonly traffic?: EndpointTraffic;
  /** Default: the machine's. */
  readonly clock?: () => Date;
}

export type DeliveryOutcome = WebhookDeliveryRow['status'] | 'superseded';

export interface WebhookActivities {
  /**
   * One try of those after the first. Answers when the delivery is decided (or not to be tried); else fails with the wait
   * before the next one, so that hours of retries write nothing to the workflow's history.
   */
  tryDelivery(round: DeliveryRound): Promise<DeliveryOutcome>;
}

export function createWebhookActivities(deps: WebhookActivityDeps): WebhookActivities {
  const clock = deps.clock ?? (() => new Date());
  const traffic = deps.traffic ?? createEndpointTraffic(maxInFlightPerEndpoint);

  async function tryDelivery(round: DeliveryRound): Promise<DeliveryOutcome> {
    const endpointId = await endpointOf(deps.db, round);
    if (endpointId === null) return 'superseded';
    const place = traffic.take(endpointId);
    // No try was made and none is counted: back in the queue for a moment.
    if (place.kind === 'busy') throw retryAfter('endpoint_busy', place.comeBackInMs);
    let end: TryEnd = 'none';
    try {
      return await tryOnce(round, (result) => {
        end = result.errorCode === null ? 'taken' : 'failed';
      });
    } finally {
      place.release(end);
    }
  }

  async function tryOnce(
    round: DeliveryRound,
    onSent: (result: TryResult) => void,
  ): Promise<DeliveryOutcome> {
    const beginning = await beginTry(deps.db, deps.keyring, round, clock());
    if (beginning.kind === 'over') return beginning.status;
    if (beginning.kind === 'early') throw retryAfter('not_yet', beginning.waitMs);
    const result = await whileHeartbeating(() => sendDelivery(beginning.attempt, deps));
    onSent(result);
    const finish = await finishTry(deps.db, beginning.attempt, result, {
      retryScale: deps.retryScale,
      random: Math.random(),
      now: clock(),
      metrics: deps.metrics,
    });
    if (finish.kind !== 'again') return finish.kind;
    const nextAt = new Date(clock().getTime() + finish.delayMs);
    const failedTries = beginning.attempt.failedBefore + 1;
    throw retryAfter(failedTryInWords(result, failedTries, nextAt), finish.delayMs);
  }

  return { tryDelivery };
}

async function endpointOf(
  db: Kysely<Database>,
  { deliveryId }: DeliveryRound,
): Promise<WebhookEndpointId | null> {
  const row = await db
    .selectFrom('webhook_deliveries')
    .select('endpoint_id')
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  return row?.endpoint_id ?? null;
}

/** Temporal keeps the message, and shows it as the last failure. */
function retryAfter(message: string, delayMs: number): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'webhook_try_failed',
    message,
    nextRetryDelay: Math.max(1, Math.round(delayMs)),
  });
}

/** Beats while a receiver takes its time, so that a dead worker is noticed long before 30 s. */
async function whileHeartbeating<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    heartbeat();
  }, heartbeatEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
