import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './base-routes';
import { pageSearch } from '../address/page-search';

/** Who and what may use the service. */
export const keysRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/keys',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./keys/keys-screen'), 'KeysScreen'),
});
