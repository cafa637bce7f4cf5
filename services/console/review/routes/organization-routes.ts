import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './base-routes';
import { pageSearch } from '../address/page-search';

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./people/people-screen'), 'PeopleScreen'),
});

const personRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./people/person-screen'), 'PersonScreen'),
});

const keysRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/keys',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./keys/keys-screen'), 'KeysScreen'),
});

/** Who and what may use the service. */
export const organizationRoutes = [peopleRoute, personRoute, keysRoute] as const;
