import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pageSearch } from '../address/page-search';
import { signedInRoute } from './base-routes';
import { identitiesSearch } from './identities/identities-search';

/** Persons over their sessions, and the lists that they are looked for in. */
export const identityRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/identities',
    validateSearch: identitiesSearch,
    component: lazyRouteComponent(
      () => import('./identities/identities-screen'),
      'IdentitiesScreen',
    ),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/identities/$identityId',
    validateSearch: pageSearch,
    component: lazyRouteComponent(() => import('./identities/identity-screen'), 'IdentityScreen'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/lists',
    validateSearch: pageSearch,
    component: lazyRouteComponent(() => import('./lists/lists-screen'), 'ListsScreen'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/lists/$listId',
    validateSearch: pageSearch,
    component: lazyRouteComponent(() => import('./lists/list-screen'), 'ListScreen'),
  }),
] as const;
