import { z } from 'zod';
import { VerifaError } from '../../../shared/errors/verifa-error';
import type { SandboxOutcome } from '../../../shared/lifecycle/event';
import { sessionStatuses } from '../../../shared/lifecycle/state';
import { needsTwoReviewers } from '../../../shared/review/dual-review-setting';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { findSession, sessionParams } from './find-session';
import { moveSession } from './move-session';

/** Both spellings of `1-lifecycle.md`'s table. */
const outcomes = {
  approve: 'approve',
  decline: 'reject',
  reject: 'reject',
  'require-review': 'needs_review',
  needs_review: 'needs_review',
  expire: 'expire',
} as const satisfies Readonly<Record<string, SandboxOutcome>>;

const simulateBody = z.object({
  action: z.enum(['approve', 'decline', 'reject', 'require-review', 'needs_review', 'expire']),
});

const simulatedOutcome = z
  .strictObject({
    id: idOf('session'),
    action: simulateBody.shape.action,
    status: z.enum(sessionStatuses),
    simulated: z.literal(true),
  })
  .meta({ id: 'SimulatedOutcome' });

/** The tester chooses how a sandbox session ends: a real result row, real webhooks. */
export function simulateOutcome(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/simulate',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    body: simulateBody,
    precondition: (caller) => {
      if (caller.environment !== 'sandbox') throw new VerifaError('sandbox_only');
    },
    summary: 'Choose how a sandbox session ends',
    answers: { 200: json(simulatedOutcome) },
    example: { action: 'approve' },
    handler: async (call) => {
      const before = await findSession(deps.db, call.caller, call.params.id);
      const { action } = call.body;
      const { view } = await moveSession(deps, call, before, {
        type: 'outcome',
        outcome: outcomes[action],
        ...((await needsTwoReviewers(deps.db, before)) ? { dualReview: true } : {}),
      });
      return answer(200, {
        id: before.id,
        action,
        status: view.status,
        simulated: true,
      });
    },
  });
}
