import { createRouter } from '@tanstack/react-router';
import { Broken } from './parts/broken';
import {
  anyOtherRoute,
  homeRoute,
  rootRoute,
  setUpRoute,
  signedInRoute,
  signInRoute,
} from './routes/base-routes';
import { caseRoute, queueRoute } from './routes/case-routes';
import { identityRoutes } from './routes/identity-routes';
import { NotFound } from './routes/not-found';
import { organizationRoutes } from './routes/organization-routes';
import { auditRoute } from './routes/audit-routes';
import { insightsRoute } from './routes/insight-routes';
import { settingsRoutes } from './routes/settings-routes';
import { pictureRoutes } from './routes/picture-routes';
import { webhookRoutes } from './routes/webhook-routes';
import { sessionRoute, sessionsRoute } from './routes/session-routes';
import { workflowRoutes } from './routes/workflow-routes';

/** Every screen. Each area has a file of its routes, whose screens are loaded when they are opened. */
const routeTree = rootRoute.addChildren([
  setUpRoute,
  signedInRoute.addChildren([
    homeRoute,
    signInRoute,
    queueRoute,
    caseRoute,
    sessionsRoute,
    sessionRoute,
    ...identityRoutes,
    ...pictureRoutes,
    ...webhookRoutes,
    ...workflowRoutes,
    ...organizationRoutes,
    insightsRoute,
    auditRoute,
    ...settingsRoutes,
    anyOtherRoute,
  ]),
]);

export function createConsoleRouter(base: string) {
  return createRouter({
    routeTree,
    basepath: `${base}/console`,
    defaultPreload: 'intent',
    // Screens ask by TanStack Query, which keeps what they were told.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: ({ error, reset }) => <Broken cause={error} onRetry={reset} />,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof createConsoleRouter>;
  }
}
