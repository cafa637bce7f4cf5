import { requireNotWithdrawn } from '../../../shared/capture/consent-standing';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { moveSession } from '../lifecycle/move-session';
import { requireComplete } from './require-complete';
import { submittedSession } from './submitted-session';

export function submitSession(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/submit',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    summary: 'Submit the uploaded documents',
    answers: { 202: json(submittedSession) },
    handler: async (call) => {
      const before = await findSession(deps.db, call.caller, call.params.id);
      // In any other state the workflow refuses, whatever is missing.
      if (before.status === 'capturing') {
        requireNotWithdrawn(before);
        await requireComplete(deps, before, 'api');
      }
      const view = await moveSession(deps, call, before, { type: 'submit' });
      const isSandbox = before.environment === 'sandbox';
      return answer(202, {
        id: before.id,
        status: view.status,
        is_sandbox: isSandbox,
        message: isSandbox
          ? 'Submitted; choose the outcome with simulate.'
          : 'Submitted; the checks are running.',
      });
    },
  });
}
