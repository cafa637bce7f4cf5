import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { signedInRoute } from './base-routes';
import { pageSearch } from '../address/page-search';

const workflowsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/workflows',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./workflows/workflows-screen'), 'WorkflowsScreen'),
});

const version = z.catch(z.optional(z.number().check(z.int(), z.positive())), undefined);
const id = z.catch(z.optional(z.string()), undefined);

/** What an address says of the graph; `session` draws the way that a session took. */
const workflowRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/workflows/$workflowId',
  validateSearch: z.object({ version, session: id, node: id }),
  component: lazyRouteComponent(() => import('./workflows/workflow-screen'), 'WorkflowScreen'),
});

/** All versions; `from` is compared with `to`, the newest where none is named. */
const versionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/workflows/$workflowId/versions',
  validateSearch: z.object({ ...pageSearch.shape, from: version, to: version, node: id }),
  component: lazyRouteComponent(() => import('./workflows/versions-screen'), 'VersionsScreen'),
});

/** The newest definition as text, for whoever may publish another. */
const editRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/workflows/$workflowId/edit',
  component: lazyRouteComponent(() => import('./workflows/edit-screen'), 'EditScreen'),
});

export const workflowRoutes = [workflowsRoute, workflowRoute, versionsRoute, editRoute] as const;
