import { z } from 'zod';
import type { Kysely } from 'kysely';
import type { Database, WebhookEndpointRow } from '../../../shared/database/schema';
import { webhookEventTypes } from '../../../shared/domain/lifecycle/webhook-events';
import { deliveryMove } from '../../../shared/webhooks/move-deliveries';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instantText } from '../http/answer-values';
import { anyOf } from '../http/any-of';
import { json } from '../http/declared-answer';
import { momentOfQuery } from '../http/moment';
import { route, type Route } from '../http/route';
import { idParams } from './endpoint-routes';
import { findEndpoint } from './endpoint-record';
import { maxReplayed, replayedEvents, type Replayed } from './replayed-events';

const countAnswer = z
  .strictObject({
    endpoint_id: idOf('webhookEndpoint'),
    /** How many one replay of this window would send now. */
    would_replay: z.number().int(),
    /** The window has more than one replay sends; the next one begins here. */
    next_since: instantText.nullable(),
  })
  .meta({ id: 'ReplayCount' });

const countQuery = z.object({
  /** Without it from the first event on. */
  since: momentOfQuery.optional(),
  until: momentOfQuery.optional(),
  event_types: anyOf(webhookEventTypes).optional(),
});

/** Tells what a replay of the same window would send, and sends nothing. */
export function countReplayRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/webhooks/endpoints/:id/replay',
    scope: 'webhooks:read',
    params: idParams,
    query: countQuery,
    summary: `Count what a replay of a time range would send, up to ${String(maxReplayed)}`,
    answers: { 200: json(countAnswer) },
    handler: async ({ caller, params, query }) => {
      const endpoint = await findEndpoint(deps.db, caller, params.id);
      const { events, nextSince } = await replayedEvents(
        deps.db,
        endpoint,
        { ...query, since: query.since ?? new Date(0) },
        deps.clock(),
      );
      return answer(200, {
        endpoint_id: endpoint.id,
        would_replay: await countSendable(deps.db, endpoint, events),
        next_since: nextSince?.toISOString() ?? null,
      });
    },
  });
}

/** Decided deliveries begin again, dispatched events without a delivery for the first time; the rest is under way. */
async function countSendable(
  db: Kysely<Database>,
  endpoint: WebhookEndpointRow,
  events: readonly Replayed[],
): Promise<number> {
  if (events.length === 0) return 0;
  const known = await db
    .selectFrom('webhook_deliveries')
    .select(['event_id', deliveryMove('asked_again').where.as('may_begin')])
    .where('endpoint_id', '=', endpoint.id)
    .where(
      'event_id',
      'in',
      events.map((event) => event.id),
    )
    .execute();
  const mayBegin = new Map(known.map((row) => [row.event_id, row.may_begin === true]));
  return events.filter(({ id, is_undispatched: waits }) => mayBegin.get(id) ?? !waits).length;
}
