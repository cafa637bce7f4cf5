import type { Router } from 'express';
import type { ApiDeps } from '../deps';
import { mountRoutes } from '../http/mount-routes';
import { eventTypesRoute, listDeliveriesRoute, retryDeliveryRoute } from './delivery-routes';
import { endpointRoutes } from './endpoint-routes';
import { eventFeedRoute } from './feed-route';
import { webhookPublicKeyRoute } from './public-key-route';
import { replayRoute } from './replay-route';
import { rotateSecretRoute, sendTestRoute } from './secret-and-test-routes';

export function createWebhooksRouter(deps: ApiDeps): Router {
  return mountRoutes(deps, [
    ...endpointRoutes(deps),
    rotateSecretRoute(deps),
    sendTestRoute(deps),
    listDeliveriesRoute(deps),
    retryDeliveryRoute(deps),
    replayRoute(deps),
    eventTypesRoute(),
    eventFeedRoute(deps),
    webhookPublicKeyRoute(deps),
  ]);
}
