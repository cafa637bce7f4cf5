import { z } from 'zod';
import { planLimits, plans } from '../../../shared/domain/limits/plan';
import { windowMs } from '../../../shared/limits/rate-counter';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { callerSubject } from '../http/rate-limit';
import { route, type Route } from '../http/route';

const counted = z.strictObject({ limit: z.number().int().nullable(), used: z.number().int() });
const rateLimitsObject = z
  .strictObject({
    plan: z.enum(plans),
    window_seconds: z.number().int(),
    requests: counted,
    session_creates: counted,
  })
  .meta({ id: 'RateLimits' });

/** What this key or user may do a minute, and has done in the present one. */
export function readRateLimits(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/rate-limits',
    scope: 'sessions:read',
    summary: 'Get rate limits and current usage',
    answers: { 200: json(rateLimitsObject) },
    handler: async ({ caller }) => {
      const { requests, sessionCreates } = planLimits[caller.plan];
      return answer(200, {
        plan: caller.plan,
        window_seconds: windowMs / 1_000,
        requests: {
          limit: requests,
          used: await deps.rates.used(callerSubject(caller, 'requests')),
        },
        session_creates: {
          limit: sessionCreates,
          used: await deps.rates.used(callerSubject(caller, 'sessionCreates')),
        },
      });
    },
  });
}
