import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './base-routes';
import { queueSearch } from './queue/queue-search';

/** Where reviewers work. */
export const queueRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/queue',
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import('./queue/queue-screen'), 'QueueScreen'),
});

/** A case carries the queue's filters along: the next one is taken under them, and the way back leads to them. */
export const caseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$caseId',
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import('../case/page'), 'CaseScreen'),
});
