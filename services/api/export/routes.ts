import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { exportSession } from './export';

export function exportRoutes(deps: ApiDeps): readonly Route[] {
  return [exportSession(deps)];
}
