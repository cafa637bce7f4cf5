import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { signedInRoute } from './base-routes';
import { pageSearch } from '../address/page-search';

const webhooksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/webhooks',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./webhooks/webhooks-screen'), 'WebhooksScreen'),
});

const signatureRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/webhooks/signature',
  component: lazyRouteComponent(() => import('./webhooks/signature-screen'), 'SignatureScreen'),
});

const words = z.catch(z.optional(z.string()), undefined);

/** Which of an endpoint's deliveries are listed. */
const deliverySearch = z.extend(pageSearch, {
  status: z.catch(z.optional(z.enum(['pending', 'delivered', 'failed', 'held'])), undefined),
  event_type: words,
  session_id: words,
  date_from: words,
  date_to: words,
});

const endpointRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/webhooks/$endpointId',
  validateSearch: deliverySearch,
  component: lazyRouteComponent(() => import('./webhooks/endpoint-screen'), 'EndpointScreen'),
});

const deliveryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/webhooks/$endpointId/deliveries/$deliveryId',
  component: lazyRouteComponent(() => import('./webhooks/delivery-screen'), 'DeliveryScreen'),
});

export const webhookRoutes = [webhooksRoute, signatureRoute, endpointRoute, deliveryRoute] as const;
