import { analyticsRoutes } from './analytics/routes';
import { apiKeysRoutes } from './api-keys/routes';
import { consoleLoginRoutes } from './console-login/routes';
import { captureRoutes } from './capture/routes';
import { caseReviewRoute } from './case-review/review-route';
import { casesRoutes } from './cases/routes';
import { documentsRoutes } from './documents/routes';
import { auditRoutes } from './audit/routes';
import { exportRoutes } from './export/routes';
import { identitiesRoutes } from './identities/routes';
import { limitsRoutes } from './limits/routes';
import { listsRoutes } from './lists/routes';
import { streamRoutes } from './stream/routes';
import { timelineRoutes } from './timeline/routes';
import { mcpRoutes } from './mcp/routes';
import { openApiRoutes } from './openapi/routes';
import { organizationRoutes } from './organization/routes';
import { pagesRoutes } from './pages/routes';
import { resultsRoutes } from './results/routes';
import { sandboxRoutes } from './sandbox/routes';
import { sessionsRoutes } from './sessions/routes';
import { usersRoutes } from './users/routes';
import { watchlistsRoutes } from './watchlists/routes';
import { webhooksRoutes } from './webhooks/routes';
import { dryRunRoutes } from './workflows/dry-run/routes';
import { workflowsRoutes } from './workflows/routes';
import type { ApiDeps } from './deps';
import type { Route } from './http/route';

/** Every route there is: the app mounts these, and what describes or tests the API goes through the same list. */
export function allRoutes(deps: ApiDeps): readonly Route[] {
  const routes: readonly Route[] = [
    ...sessionsRoutes(deps),
    ...sandboxRoutes(deps),
    ...timelineRoutes(deps),
    ...exportRoutes(deps),
    ...documentsRoutes(deps),
    ...captureRoutes(deps),
    ...resultsRoutes(deps),
    ...webhooksRoutes(deps),
    ...casesRoutes(deps),
    caseReviewRoute(deps),
    ...analyticsRoutes(deps),
    ...workflowsRoutes(deps),
    ...dryRunRoutes(deps),
    ...identitiesRoutes(deps),
    ...auditRoutes(deps),
    ...watchlistsRoutes(deps),
    ...apiKeysRoutes(deps),
    ...organizationRoutes(deps),
    ...consoleLoginRoutes(deps),
    ...usersRoutes(deps),
    ...limitsRoutes(deps),
    ...listsRoutes(deps),
    ...streamRoutes(deps),
    ...mcpRoutes(deps),
    ...pagesRoutes(deps),
    ...openApiRoutes(deps, () => routes),
  ];
  return routes;
}
