import { apiKeysRoutes } from './api-keys/routes';
import { captureRoutes } from './capture/routes';
import { casesRoutes } from './cases/routes';
import { documentsRoutes } from './documents/routes';
import { eventsRoutes } from './events/routes';
import { identitiesRoutes } from './identities/routes';
import { limitsRoutes } from './limits/routes';
import { listsRoutes } from './lists/routes';
import { liveRoutes } from './live/routes';
import { mcpRoutes } from './mcp/routes';
import { openApiRoutes } from './openapi/routes';
import { organizationRoutes } from './organization/routes';
import { pagesRoutes } from './pages/routes';
import { resultsRoutes } from './results/routes';
import { sessionsRoutes } from './sessions/routes';
import { watchlistsRoutes } from './watchlists/routes';
import { webhooksRoutes } from './webhooks/routes';
import { workflowsRoutes } from './workflows/routes';
import type { ApiDeps } from './deps';
import type { Route } from './http/route';

/** Every route there is: the app mounts these, and what describes or tests the API goes through the same list. */
export function allRoutes(deps: ApiDeps): readonly Route[] {
  const routes: readonly Route[] = [
    ...sessionsRoutes(deps),
    ...documentsRoutes(deps),
    ...captureRoutes(deps),
    ...resultsRoutes(deps),
    ...webhooksRoutes(deps),
    ...casesRoutes(deps),
    ...workflowsRoutes(deps),
    ...identitiesRoutes(deps),
    ...eventsRoutes(deps),
    ...watchlistsRoutes(deps),
    ...apiKeysRoutes(deps),
    ...organizationRoutes(deps),
    ...limitsRoutes(deps),
    ...listsRoutes(deps),
    ...liveRoutes(deps),
    ...mcpRoutes(deps),
    ...pagesRoutes(deps),
    ...openApiRoutes(deps, () => routes),
  ];
  return routes;
}
