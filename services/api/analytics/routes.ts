import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { funnelRoute } from './funnel-route';
import { reviewMetricsRoute } from './review-route';

export function analyticsRoutes(deps: ApiDeps): readonly Route[] {
  return [funnelRoute(deps), reviewMetricsRoute(deps)];
}
