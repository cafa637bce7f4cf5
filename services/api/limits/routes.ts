import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { readRateLimits } from './rate-limits';

export function limitsRoutes(deps: ApiDeps): readonly Route[] {
  return [readRateLimits(deps)];
}
