import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { mcpRoute } from './mcp-route';

export function mcpRoutes(deps: ApiDeps): readonly Route[] {
  return [mcpRoute(deps)];
}
