import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import { endpointPublicKey } from '../../../shared/webhooks/ed25519-key';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { idParams } from './endpoint-routes';

const publicKeyObject = z
  .strictObject({
    endpoint_id: idOf('webhookEndpoint'),
    algorithm: z.literal('ed25519'),
    public_key: z.string(),
  })
  .meta({ id: 'WebhookPublicKey' });

/**
 * The key that verifies the `v1a` signatures to one endpoint. Derived from the id, so that the answer does
 * not tell whether there is such an endpoint.
 */
export function webhookPublicKeyRoute(deps: ApiDeps): Route {
  return openRoute({
    method: 'GET',
    path: '/.well-known/webhook-keys/:id',
    params: idParams,
    summary: 'Get the key that verifies `v1a` signatures',
    answers: { 200: json(publicKeyObject) },
    handler: ({ params: { id } }) => {
      if (!isId('webhookEndpoint', id)) throw new VerifaError('not_found');
      const key = endpointPublicKey(deps.keyring, id);
      return Promise.resolve(
        answer(200, { endpoint_id: id, algorithm: 'ed25519', public_key: key }),
      );
    },
  });
}
