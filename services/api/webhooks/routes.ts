import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { eventTypesRoute, listDeliveriesRoute, retryDeliveryRoute } from './delivery-routes';
import { endpointRoutes } from './endpoint-routes';
import { eventFeedRoute } from './feed-route';
import { webhookPublicKeyRoute } from './public-key-route';
import { replayRoute } from './replay-route';
import { rotateSecretRoute, sendTestRoute } from './secret-and-test-routes';

export function webhooksRoutes(deps: ApiDeps): readonly Route[] {
  return [
    ...endpointRoutes(deps),
    rotateSecretRoute(deps),
    sendTestRoute(deps),
    listDeliveriesRoute(deps),
    retryDeliveryRoute(deps),
    replayRoute(deps),
    eventTypesRoute(),
    eventFeedRoute(deps),
    webhookPublicKeyRoute(deps),
  ];
}
