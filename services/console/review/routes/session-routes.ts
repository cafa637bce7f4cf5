import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './base-routes';
import { sessionsSearch } from './sessions/sessions-search';

/** Where an operator finds a session, and all of one. */
export const sessionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sessions',
  validateSearch: sessionsSearch,
  component: lazyRouteComponent(() => import('./sessions/sessions-screen'), 'SessionsScreen'),
});

export const sessionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sessions/$sessionId',
  component: lazyRouteComponent(() => import('./session/session-screen'), 'SessionScreen'),
});
