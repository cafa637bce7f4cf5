import type { Router } from 'express';
import type { ApiDeps } from '../deps';
import { mountRoutes } from '../http/mount-routes';
import { listWatchlists } from './list';

export function createWatchlistsRouter(deps: ApiDeps): Router {
  return mountRoutes(deps, [listWatchlists(deps)]);
}
