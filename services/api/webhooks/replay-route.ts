import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Database, WebhookEndpointRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { newId } from '../../../shared/domain/ids';
import { newDelivery } from '../../../shared/domain/delivery/delivery';
import { notifyDispatchers } from '../../../shared/outbox/notice';
import { deliveryMove, startedRoundOf, statusOf } from '../../../shared/webhooks/move-deliveries';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instantText } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditEndpoint, idParams } from './endpoint-routes';
import { findEndpoint } from './endpoint-record';
import { replayedEvents, replayTypes, type Replayed } from './replayed-events';

const replayAnswer = z
  .strictObject({
    endpoint_id: idOf('webhookEndpoint'),
    replayed: z.number().int(),
    /** More than one call's worth: to be asked for from here on. */
    next_since: instantText.nullable(),
  })
  .meta({ id: 'Replay' });

const replayBody = z.object({
  since: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  until: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
  /** Of those that the endpoint takes; without it all of them. */
  event_types: replayTypes.optional(),
});

/**
 * Sends again whatever happened in a time, delivered or not, under the same idempotency keys; what is
 * still being tried goes on as it is. Events from before the endpoint was made are sent for the first time.
 */
export function replayRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/webhooks/endpoints/:id/replay',
    whose: 'nobody',
    scope: 'webhooks:write',
    params: idParams,
    body: replayBody,
    summary: 'Replay events in a time range',
    answers: { 202: json(replayAnswer) },
    example: { since: '2026-01-31T00:00:00Z', event_types: ['session.approved'] },
    handler: async (call) => {
      const at = deps.clock();
      const done = await call.once(replayAnswer, async (trx) => {
        const endpoint = await findEndpoint(trx, call.caller, call.params.id);
        if (!endpoint.enabled) throw new VerifaError('endpoint_disabled');
        const { events, nextSince } = await replayedEvents(trx, endpoint, call.body, at);
        const replayed =
          events.length === 0
            ? 0
            : (await beginAgain(trx, endpoint, events, at)) +
              (await beginFirst(trx, endpoint, events, at));
        await auditEndpoint(trx, call, endpoint, 'replayed', at);
        await notifyDispatchers(trx, { kind: 'deliveries' });
        return {
          endpoint_id: endpoint.id,
          replayed,
          next_since: nextSince?.toISOString() ?? null,
        };
      });
      return answer(202, done);
    },
  });
}

/** A new round for each delivery that is decided; one that was held before its first try gets that. */
async function beginAgain(
  trx: Transaction<Database>,
  endpoint: WebhookEndpointRow,
  events: readonly Replayed[],
  at: Date,
): Promise<number> {
  const { set, where } = deliveryMove('asked_again');
  const done = await trx
    .updateTable('webhook_deliveries')
    .set({ ...set, not_before: null, updated_at: at })
    .where('endpoint_id', '=', endpoint.id)
    .where(
      'event_id',
      'in',
      events.map((event) => event.id),
    )
    .where(where)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** What is not dispatched yet is the dispatcher's; it comes to this endpoint without us. */
async function beginFirst(
  trx: Transaction<Database>,
  endpoint: WebhookEndpointRow,
  events: readonly Replayed[],
  at: Date,
): Promise<number> {
  const dispatched = events.filter((event) => !event.is_undispatched);
  if (dispatched.length === 0) return 0;
  const fresh = newDelivery({ enabled: true });
  const done = await trx
    .insertInto('webhook_deliveries')
    .columns([
      'id',
      'organization_id',
      'environment',
      'event_id',
      'endpoint_id',
      'session_id',
      'event_type',
      'status',
      'round',
      'started_round',
      'tries',
      'created_at',
      'updated_at',
    ])
    .expression(
      sql`SELECT n.id, ${endpoint.organization_id}::text, ${endpoint.environment}::text, n.event_id,
        ${endpoint.id}::text, n.session_id, n.type, ${statusOf(fresh)}, ${fresh.round}::integer,
        ${startedRoundOf(fresh)}::integer, 0, ${at}::timestamptz, ${at}::timestamptz
        FROM unnest(
          ${dispatched.map(() => newId('webhookDelivery'))}::text[],
          ${dispatched.map((event) => event.id)}::text[],
          ${dispatched.map((event) => event.session_id)}::text[],
          ${dispatched.map((event) => event.type)}::text[]
        ) AS n (id, event_id, session_id, type)`,
    )
    .onConflict((conflict) => conflict.columns(['event_id', 'endpoint_id']).doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0n);
}
