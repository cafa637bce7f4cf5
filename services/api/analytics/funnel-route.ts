import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { rangeQuery, requireRange } from './asked-range';
import { countFunnel } from './count-funnel';
import { funnelDimensions, funnelObject } from './funnel-object';

const funnelQuery = z.object({ ...rangeQuery, by: z.enum(funnelDimensions).optional() });

/** Counts how far the sessions created in a time came, and where they stopped; no session is named. */
export function funnelRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/analytics/funnel',
    scope: 'sessions:read',
    query: funnelQuery,
    summary: 'Count how far sessions come',
    answers: { 200: json(funnelObject) },
    handler: async ({ caller, query }) => {
      requireRange(query);
      return answer(200, await countFunnel(deps.db, caller, query));
    },
  });
}
