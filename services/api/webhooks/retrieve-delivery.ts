import { z } from 'zod';
import { loadBodies } from '../../../activities/webhooks/bodies-now';
import { webhookHeaders } from '../../../activities/webhooks/send-delivery';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { deliveryObject, deliveryView } from './delivery-view';
import { findEndpoint } from './endpoint-record';
import { idParams } from './endpoint-routes';

/** As a try made now would send it; each try has a time and signatures of its own, which nobody keeps. */
const requestObject = z.strictObject({
  method: z.literal('POST'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

const deliveryWithRequest = z
  .strictObject({ ...deliveryObject.shape, request: requestObject })
  .meta({ id: 'WebhookDeliveryWithRequest' });

export function retrieveDeliveryRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/webhooks/deliveries/:id',
    scope: 'webhooks:read',
    params: idParams,
    summary: 'Get a delivery with its tries, and the request as a try now would send it',
    answers: { 200: json(deliveryWithRequest) },
    handler: async ({ caller, params: { id } }) => {
      if (!isId('webhookDelivery', id)) throw new VerifaError('not_found');
      const row = await deps.db
        .selectFrom('webhook_deliveries')
        .selectAll()
        .where('id', '=', id)
        .where('organization_id', '=', caller.organizationId)
        .where('environment', '=', caller.environment)
        .executeTakeFirstOrThrow(notFound);
      const endpoint = await findEndpoint(deps.db, caller, row.endpoint_id);
      const bodies = await loadBodies(deps.db, deps.keyring, [row.event_id]);
      return answer(200, {
        ...(await deliveryView(deps.db, row)),
        request: {
          method: 'POST' as const,
          url: endpoint.url,
          headers: {
            ...webhookHeaders,
            'X-Verifa-Delivery-Id': row.id,
            'webhook-id': row.event_id,
          },
          body: bodies.of(row.event_id, endpoint),
        },
      });
    },
  });
}
