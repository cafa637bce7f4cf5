import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { eventTypesRoute, listDeliveriesRoute, retryDeliveryRoute } from './delivery-routes';
import { endpointRoutes } from './endpoint-routes';
import { eventFeedRoute } from './feed-route';
import { webhookPublicKeyRoute } from './public-key-route';
import { countReplayRoute } from './count-replay';
import { replayRoute } from './replay-route';
import { retrieveDeliveryRoute } from './retrieve-delivery';
import { sessionDeliveriesRoute } from './session-deliveries-route';
import { rotateSecretRoute, sendTestRoute } from './secret-and-test-routes';

export function webhooksRoutes(deps: ApiDeps): readonly Route[] {
  return [
    ...endpointRoutes(deps),
    rotateSecretRoute(deps),
    sendTestRoute(deps),
    listDeliveriesRoute(deps),
    retrieveDeliveryRoute(deps),
    sessionDeliveriesRoute(deps),
    retryDeliveryRoute(deps),
    countReplayRoute(deps),
    replayRoute(deps),
    eventTypesRoute(),
    eventFeedRoute(deps),
    webhookPublicKeyRoute(deps),
  ];
}
