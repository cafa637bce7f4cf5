import type { SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { SessionStatus } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { beginCapture } from '../documents/begin-capture';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { requireComplete } from '../sessions/require-complete';
import { submittedSession } from '../sessions/submitted-session';
import { captureStep, type StepCall } from './capture-step';
import type { OpenToken } from './open-token';

/** Submits what was captured; a repeat by the same client is told the same. */
export function completeCapture(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'complete',
    standings: ['live', 'closed'],
    consent: 'given',
    summary: 'Submit the capture',
    answers: { 202: json(submittedSession) },
    handler: async (call) => {
      const { standing, session } = call.open;
      if (standing === 'closed') return submitted(session, session.status);
      await requireComplete(deps, session, 'link');
      return submit(deps, call);
    },
  });
}

async function submit(deps: ApiDeps, { open, actor, requestId }: StepCall<unknown>) {
  const { session } = open;
  try {
    await beginCapture(deps, session, { actor, requestId });
    const view = await deps.sessions.send(session, { event: { type: 'submit' }, actor, requestId });
    return submitted(session, view.state.status);
  } catch (error) {
    const now = await ifSubmittedMeanwhile(deps, open, error);
    return submitted(now, now.status);
  }
}

/** Of two completes at once the second finds it submitted, over its own link: no refusal for that. */
async function ifSubmittedMeanwhile(
  { db }: ApiDeps,
  { token }: OpenToken,
  refusal: unknown,
): Promise<SessionRow> {
  if (!(refusal instanceof VerifaError) || refusal.code !== 'invalid_state') throw refusal;
  const { status } = await db
    .selectFrom('capture_tokens')
    .select('status')
    .where('id', '=', token.id)
    .executeTakeFirstOrThrow();
  if (status !== 'closed') throw refusal;
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', token.session_id)
    .executeTakeFirstOrThrow();
}

function submitted(session: SessionRow, status: SessionStatus) {
  const isSandbox = session.environment === 'sandbox';
  return answer(202, {
    id: session.id,
    status,
    is_sandbox: isSandbox,
    message: isSandbox
      ? 'Submitted; choose the outcome with sandbox-outcome.'
      : 'Submitted; the checks are running.',
  });
}
