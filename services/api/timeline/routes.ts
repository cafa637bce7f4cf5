import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { listEvents } from './list';

export function timelineRoutes(deps: ApiDeps): readonly Route[] {
  return [listEvents(deps)];
}
