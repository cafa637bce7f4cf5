import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { moveSession } from '../lifecycle/move-session';
import { findWorkflow, workflowParams } from './find-workflow';
import { findNamedSession } from './named-session';

const triggerAnswer = z
  .strictObject({
    session_id: idOf('session'),
    workflow_id: idOf('workflow'),
    status: z.enum(sessionStatuses),
    attempt: z.number().int(),
  })
  .meta({ id: 'Triggered' });

/** Judges a decided or failed session anew, by this workflow; the session keeps its own. */
export function triggerWorkflow(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/workflows/:id/trigger',
    whose: 'named',
    scope: ['workflows:read', 'sessions:write'],
    params: workflowParams,
    body: z.object({ session_id: z.string() }),
    summary: 'Re-run a session by this workflow',
    answers: { 202: json(triggerAnswer) },
    handler: async (call) => {
      const workflow = await findWorkflow(deps.db, call.caller, call.params.id);
      if (!workflow.active) throw new VerifaError('workflow_inactive');
      const before = await findNamedSession(deps.db, call.caller, call.body.session_id);
      const view = await moveSession(deps, call, before, {
        type: 'reprocess',
        via: 'trigger',
        workflowId: workflow.id,
      });
      return answer(202, {
        session_id: before.id,
        workflow_id: workflow.id,
        status: view.status,
        attempt: view.attempt,
      });
    },
  });
}
