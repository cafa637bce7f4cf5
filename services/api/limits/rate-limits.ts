import { planLimits } from '../../../shared/limits/plan';
import { windowMs } from '../../../shared/limits/rate-counter';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { keySubject } from '../http/rate-limit';
import { route, type Route } from '../http/route';

/** What this key may do a minute, and has done in the present one. */
export function readRateLimits(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/rate-limits',
    scope: 'sessions:read',
    handler: async ({ caller }) => {
      const { requests, sessionCreates } = planLimits[caller.plan];
      return answer(200, {
        plan: caller.plan,
        window_seconds: windowMs / 1_000,
        requests: {
          limit: requests,
          used: await deps.rates.used(keySubject(caller, 'requests')),
        },
        session_creates: {
          limit: sessionCreates,
          used: await deps.rates.used(keySubject(caller, 'sessionCreates')),
        },
      });
    },
  });
}
