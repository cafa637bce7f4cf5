import type { Kysely, Transaction } from 'kysely';
import { recordAudit } from '../../shared/audit/record-audit';
import { mayRead } from '../../shared/crypto/session-key';
import type { Database } from '../../shared/database/schema';
import type { DeliveryInput } from '../../shared/domain/delivery/delivery';
import type { WebhookEndpointId } from '../../shared/domain/ids';
import type { MetricsSink } from '../../shared/metrics/metrics';
import { notifyDispatchers } from '../../shared/outbox/notice';
import { deliveryMove } from '../../shared/webhooks/move-deliveries';
import { nextDelayMs } from './schedule';
import type { BegunTry } from './begun-try';
import type { TryResult } from './send-try';

/** So many failed deliveries in a row disable an endpoint (`5-webhooks.md`). */
const maxFailedInARow = 10;
const goneStatus = 410;

export type Finish =
  { readonly kind: 'delivered' | 'failed' } | { readonly kind: 'again'; readonly delayMs: number };

export interface FinishRules {
  readonly retryScale: number;
  readonly random: number;
  readonly now: Date;
  /** Counts what was given up; absent, nobody does. */
  readonly metrics?: MetricsSink | undefined;
}

/** Records how a try ended and, in the same transaction, what that means for delivery and endpoint. */
export async function finishTry(
  db: Kysely<Database>,
  begun: BegunTry,
  result: TryResult,
  rules: FinishRules,
): Promise<Finish> {
  const finish = judgeTry(begun, result, rules);
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('webhook_tries')
      .set({
        status_code: result.statusCode,
        error_code: result.errorCode,
        duration_ms: result.durationMs,
        answer: await keepableAnswer(trx, begun, result.answer),
        answer_head: result.answerHead,
      })
      .where('delivery_id', '=', begun.deliveryId)
      .where('round', '=', begun.round)
      .where('try_number', '=', begun.tryNumber)
      .execute();
    const { set, where } = deliveryMove(inputOf(finish));
    const moved = await trx
      .updateTable('webhook_deliveries')
      .set({
        ...set,
        ...(finish.kind === 'again'
          ? { not_before: new Date(rules.now.getTime() + finish.delayMs) }
          : { updated_at: rules.now }),
      })
      .where('id', '=', begun.deliveryId)
      .where('round', '=', begun.round)
      .where(where)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return;
    if (finish.kind === 'delivered') await countSuccess(trx, begun);
    if (finish.kind === 'failed') await countFailure(trx, begun, result, rules.now);
  });
  if (finish.kind === 'failed') rules.metrics?.count('verifa_deliveries_given_up_total', {});
  return finish;
}

/** What a try's end is to the delivery's table. */
export function inputOf({ kind }: Finish): DeliveryInput {
  switch (kind) {
    case 'delivered':
      return 'taken';
    case 'failed':
      return 'given_up';
    case 'again':
      return 'wait_given';
  }
}

/**
 * A receiver's answer may repeat what it was sent. One that comes in after the session's data were hidden is
 * not kept; the lock makes a redaction of this very moment wait, and find the answer to wipe. Answers to
 * an identity's events, which no redaction of a session would find, are not kept at all.
 */
async function keepableAnswer(
  trx: Transaction<Database>,
  { sessionId, isTest }: BegunTry,
  answer: string | null,
): Promise<string | null> {
  if (answer === null || isTest) return answer;
  if (sessionId === null) return null;
  const session = await trx
    .selectFrom('sessions')
    .select('retention_status')
    .where('id', '=', sessionId)
    .forShare()
    .executeTakeFirst();
  return session !== undefined && mayRead(session, 'extracted_data') ? answer : null;
}

/** The schedule's word on a try that ended. */
export function judgeTry(begun: BegunTry, result: TryResult, rules: FinishRules): Finish {
  if (result.errorCode === null) return { kind: 'delivered' };
  if (result.statusCode === goneStatus) return { kind: 'failed' };
  const delayMs = nextDelayMs({
    failedTries: begun.failedBefore + 1,
    retryAfterMs: result.retryAfterMs,
    scale: rules.retryScale,
    random: rules.random,
  });
  return delayMs === null ? { kind: 'failed' } : { kind: 'again', delayMs };
}

async function countSuccess(trx: Transaction<Database>, begun: BegunTry): Promise<void> {
  if (begun.isTest) return;
  await trx
    .updateTable('webhook_endpoints')
    .set({ failed_in_a_row: 0 })
    .where('id', '=', begun.endpointId)
    .where('failed_in_a_row', '>', 0)
    .execute();
}

/** A test event says nothing of an endpoint's health, except when the receiver says it is gone. */
async function countFailure(
  trx: Transaction<Database>,
  begun: BegunTry,
  result: TryResult,
  now: Date,
): Promise<void> {
  const endpoint = await trx
    .updateTable('webhook_endpoints')
    .set((eb) => ({ failed_in_a_row: eb('failed_in_a_row', '+', begun.isTest ? 0 : 1) }))
    .where('id', '=', begun.endpointId)
    .returning('failed_in_a_row')
    .executeTakeFirstOrThrow();
  if (result.statusCode === goneStatus) {
    await disableEndpoint(trx, begun.endpointId, 'receiver_gone', now);
  } else if (endpoint.failed_in_a_row >= maxFailedInARow) {
    await disableEndpoint(trx, begun.endpointId, 'failed_in_a_row', now);
  }
}

async function disableEndpoint(
  trx: Transaction<Database>,
  endpointId: WebhookEndpointId,
  reason: 'receiver_gone' | 'failed_in_a_row',
  now: Date,
): Promise<void> {
  const disabled = await trx
    .updateTable('webhook_endpoints')
    .set({ enabled: false, disabled_reason: reason, updated_at: now })
    .where('id', '=', endpointId)
    .where('enabled', '=', true)
    .returning(['organization_id', 'environment'])
    .executeTakeFirst();
  if (disabled === undefined) return;
  await notifyDispatchers(trx, { kind: 'endpoint_closed', endpointId });
  await recordAudit(trx, {
    organizationId: disabled.organization_id,
    environment: disabled.environment,
    actorKind: 'system',
    actorId: null,
    action: 'webhook_endpoint.disabled',
    resourceId: endpointId,
    requestId: null,
    detail: { reason },
    at: now,
  });
}
