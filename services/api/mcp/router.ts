import type { Router } from 'express';
import type { ApiDeps } from '../deps';
import { mountRoutes } from '../http/mount-routes';
import { mcpRoute } from './mcp-route';

export function createMcpRouter(deps: ApiDeps): Router {
  return mountRoutes(deps, [mcpRoute(deps)]);
}
