import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { listWatchlists } from './list';

export function watchlistsRoutes(deps: ApiDeps): readonly Route[] {
  return [listWatchlists(deps)];
}
