import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { SandboxOutcome } from '../../../shared/domain/lifecycle/event';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { moveSession } from '../lifecycle/move-session';
import { failingFields, simulatedOutcome } from './simulated-outcome';

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
  ...failingFields,
});

const simulatedObject = z
  .strictObject({
    id: idOf('session'),
    action: simulateBody.shape.action,
    status: z.enum(sessionStatuses),
    simulated: z.literal(true),
  })
  .meta({ id: 'SimulatedOutcome' });

/**
 * The tester chooses how a sandbox session ends: a result in the form of a live one, about a person who is
 * made up, with real cases and webhooks.
 */
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
    summary: 'Simulate an outcome (sandbox)',
    answers: { 200: json(simulatedObject) },
    example: { action: 'decline', check: 'face_match', reason: 'face_mismatch' },
    handler: async (call) => {
      const before = await findSession(deps.db, call.caller, call.params.id);
      const { action } = call.body;
      const event = await simulatedOutcome(deps, before, outcomes[action], call.body);
      const view = await moveSession(deps, call, before, event);
      return answer(200, {
        id: before.id,
        action,
        status: view.status,
        simulated: true,
      });
    },
  });
}
