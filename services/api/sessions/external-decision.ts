import { z } from 'zod';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { attemptNumber, metadataSchema } from '../lifecycle/session-fields';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { moveSession } from '../lifecycle/move-session';
import { mergeMetadata } from './update';

const externalAnswer = z
  .strictObject({
    session_id: idOf('session'),
    decision: z.enum(['continue', 'fail', 'reject']),
    status: z.enum(sessionStatuses),
    message: z.string(),
  })
  .meta({ id: 'ExternalDecision' });

const decisionBody = z.object({
  decision: z.enum(['continue', 'fail', 'reject']),
  gate: z.string().min(1).max(255).optional(),
  attempt: attemptNumber.optional(),
  metadata: metadataSchema.optional(),
});

/** The integrator's answer at an external gate; the same one for the same gate answers again. */
export function decideExternally(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/external-decision',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    body: decisionBody,
    summary: 'Decide an external gate',
    answers: { 202: json(externalAnswer) },
    example: { decision: 'continue' },
    handler: async (call) => {
      const { decision, gate, attempt, metadata } = call.body;
      const before = await findSession(deps.db, call.caller, call.params.id);
      // Too large a whole is refused before anything moves; the move itself merges it.
      if (metadata !== undefined) mergeMetadata(before.metadata, metadata);
      const event = {
        type: 'external',
        decision,
        ...(gate === undefined ? {} : { gate }),
        ...(attempt === undefined ? {} : { attempt }),
      } as const;
      const view = await moveSession(deps, call, before, event, { metadata });
      return answer(202, {
        session_id: before.id,
        decision,
        status: view.status,
        message: view.repeated
          ? 'The decision had been taken already.'
          : 'The decision has been taken.',
      });
    },
  });
}
