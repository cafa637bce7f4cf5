import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { webhookEventTypes } from '../../../shared/domain/lifecycle/webhook-events';
import { appendTestEvent } from '../../../shared/outbox/append-test-event';
import { newWebhookSecret } from '../../../shared/webhooks/secret';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { endpointView, findEndpoint, sealSecret, endpointWithSecret } from './endpoint-record';
import { auditEndpoint, idParams } from './endpoint-routes';
import { rotateBody, testBody } from './endpoint-schema';

const testAnswer = z
  .strictObject({
    event_id: idOf('event'),
    endpoint_id: idOf('webhookEndpoint'),
    event_type: z.enum(webhookEventTypes),
    is_test: z.literal(true),
  })
  .meta({ id: 'TestEvent' });

/** A repeat shows the secret of its own rotation again. */
const rotation = z.object({ secret: z.string() });

/** For so long after a rotation the old secret signs beside the new one. */
const overlapMs = 24 * 3_600_000;

export function rotateSecretRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/webhooks/endpoints/:id/rotate-secret',
    whose: 'nobody',
    scope: 'webhooks:write',
    params: idParams,
    body: rotateBody,
    summary: 'Rotate the secret; the old one also signs for a day',
    answers: { 200: json(endpointWithSecret) },
    handler: async (call) => {
      const at = deps.clock();
      const { secret } = await call.once(rotation, async (trx) => {
        const before = await findEndpoint(trx, call.caller, call.params.id);
        const keepsOld = !call.body.immediate;
        const fresh = newWebhookSecret();
        const rotated = await trx
          .updateTable('webhook_endpoints')
          .set({
            secret_sealed: sealSecret(deps.keyring, before.id, fresh),
            previous_secret_sealed: keepsOld ? before.secret_sealed : null,
            previous_secret_until: keepsOld ? new Date(at.getTime() + overlapMs) : null,
            updated_at: at,
          })
          .where('id', '=', before.id)
          // Of two rotations at once the second starts from the first's secret, not from its own read.
          .where('secret_sealed', '=', before.secret_sealed)
          .returningAll()
          .executeTakeFirst();
        if (rotated === undefined) throw new VerifaError('temporarily_unavailable');
        await auditEndpoint(trx, call, rotated, 'secret_rotated', at);
        return { secret: fresh };
      });
      const row = await findEndpoint(deps.db, call.caller, call.params.id);
      return answer(200, { ...endpointView(row), secret });
    },
  });
}

/** Sends a made-up event the real way: outbox, dispatcher, delivery; to this endpoint only. */
export function sendTestRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/webhooks/endpoints/:id/test',
    whose: 'nobody',
    scope: 'webhooks:write',
    params: idParams,
    body: testBody,
    summary: 'Send a test event',
    answers: { 202: json(testAnswer) },
    example: { event_type: 'session.approved' },
    handler: async (call) => {
      const endpoint = await findEndpoint(deps.db, call.caller, call.params.id);
      if (!endpoint.enabled) throw new VerifaError('endpoint_disabled');
      const eventId = call.assignedId('event');
      await deps.db.transaction().execute(async (trx) => {
        const event = { id: eventId, type: call.body.event_type, at: deps.clock() };
        if (!(await appendTestEvent(trx, endpoint, event))) return;
        await auditEndpoint(trx, call, endpoint, 'test_sent', deps.clock());
      });
      return answer(202, {
        event_id: eventId,
        endpoint_id: endpoint.id,
        event_type: call.body.event_type,
        is_test: true,
      });
    },
  });
}
