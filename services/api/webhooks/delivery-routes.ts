import { sql, type SqlBool, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Database, WebhookDeliveryRow } from '../../../shared/database/schema';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import { webhookEventTypes } from '../../../shared/domain/lifecycle/webhook-events';
import { momentOfQuery } from '../http/moment';
import { notifyDispatchers } from '../../../shared/outbox/notice';
import { deliveryMove } from '../../../shared/webhooks/move-deliveries';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import type { Caller } from '../http/caller';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { deliveryView, deliveryViews, deliveryObject } from './delivery-view';
import { findEndpoint } from './endpoint-record';
import { auditEndpoint, idParams } from './endpoint-routes';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { byTime } from '../http/list-order';
import { readList } from '../http/read-list';

const deliveriesQuery = z.object({
  ...pageQuery,
  status: z.enum(['pending', 'delivered', 'failed', 'held']).optional(),
  event_type: z.enum(webhookEventTypes).optional(),
  session_id: z.string().min(1).max(64).optional(),
  /** When the delivery was made; `date_to` is not part of it. */
  date_from: momentOfQuery.optional(),
  date_to: momentOfQuery.optional(),
});

export function listDeliveriesRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/webhooks/endpoints/:id/deliveries',
    scope: 'webhooks:read',
    params: idParams,
    query: deliveriesQuery,
    summary: "List an endpoint's deliveries, newest first",
    answers: { 200: json(listOf(deliveryObject)) },
    handler: async ({ caller, params, query }) => {
      const endpoint = await findEndpoint(deps.db, caller, params.id);
      const { status, event_type: type, session_id: session, date_from: from, date_to: to } = query;
      const wanted = deps.db
        .selectFrom('webhook_deliveries')
        .selectAll()
        .where('endpoint_id', '=', endpoint.id)
        .$if(status !== undefined, (q) => q.where('status', '=', status ?? 'pending'))
        .$if(type !== undefined, (q) => q.where('event_type', '=', type ?? 'session.created'))
        .$if(session !== undefined, (q) => q.where(sql<SqlBool>`session_id = ${session}`))
        .$if(from !== undefined, (q) => q.where(sql<SqlBool>`created_at >= ${from}`))
        .$if(to !== undefined, (q) => q.where(sql<SqlBool>`created_at < ${to}`));
      const page = await readList(wanted, byTime('desc'), query);
      return answer(200, pageWith(page, await deliveryViews(deps.db, page.data)));
    },
  });
}

const retried = z.object({ id: idOf('webhookDelivery') });

/** By hand: a new round of tries under the same idempotency key. A dispatcher begins it. */
export function retryDeliveryRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/webhooks/deliveries/:id/retry',
    whose: 'named',
    scope: 'webhooks:write',
    params: idParams,
    summary: 'Retry a delivery',
    answers: { 202: json(deliveryObject) },
    handler: async (call) => {
      const { caller, params, once } = call;
      const { id } = await once(retried, async (trx) => {
        const delivery = await lockDelivery(trx, caller, params.id);
        if (delivery.status === 'pending') throw new VerifaError('delivery_pending');
        const endpoint = await findEndpoint(trx, caller, delivery.endpoint_id);
        if (!endpoint.enabled) throw new VerifaError('endpoint_disabled');
        await auditEndpoint(trx, call, endpoint, 'delivery_retried', deps.clock());
        const { set, where } = deliveryMove('asked_again');
        await trx
          .updateTable('webhook_deliveries')
          .set({ ...set, not_before: null, updated_at: deps.clock() })
          .where('id', '=', delivery.id)
          .where(where)
          .execute();
        await notifyDispatchers(trx, { kind: 'deliveries' });
        return { id: delivery.id };
      });
      const row = await deps.db
        .selectFrom('webhook_deliveries')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return answer(202, await deliveryView(deps.db, row));
    },
  });
}

async function lockDelivery(
  trx: Transaction<Database>,
  caller: Caller,
  id: string,
): Promise<WebhookDeliveryRow> {
  if (!isId('webhookDelivery', id)) throw new VerifaError('not_found');
  return trx
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound);
}

export function eventTypesRoute(): Route {
  return route({
    method: 'GET',
    path: '/api/v1/webhooks/event-types',
    scope: 'webhooks:read',
    summary: 'List the types of events',
    answers: { 200: json(z.strictObject({ data: z.array(z.enum(webhookEventTypes)).readonly() })) },
    handler: () => Promise.resolve(answer(200, { data: webhookEventTypes })),
  });
}
