import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { failingFields, simulatedOutcome } from '../sandbox/simulated-outcome';
import { captureStep } from './capture-step';

const outcomeBody = z.object({
  outcome: z.enum(['approve', 'reject', 'needs_review']),
  ...failingFields,
});

const chosenOutcome = z
  .strictObject({
    id: idOf('session'),
    outcome: outcomeBody.shape.outcome,
    status: z.enum(sessionStatuses),
    simulated: z.literal(true),
  })
  .meta({ id: 'ChosenOutcome' });

/** The tester chooses on the page how a sandbox session ends, as `simulate` does over the API. */
export function chooseOutcome(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'sandbox-outcome',
    body: outcomeBody,
    standings: ['live', 'closed'],
    consent: 'given',
    summary: 'Simulate an outcome (sandbox)',
    answers: { 200: json(chosenOutcome) },
    handler: async ({ open: { session }, body, actor, requestId }) => {
      if (session.environment !== 'sandbox') {
        throw new VerifaError('sandbox_only', { detail: 'Only a sandbox session can be told.' });
      }
      const { state } = await deps.sessions.send(session, {
        event: await simulatedOutcome(deps, session, body.outcome, body),
        actor,
        requestId,
      });
      return answer(200, {
        id: session.id,
        outcome: body.outcome,
        status: state.status,
        simulated: true,
      });
    },
  });
}
