import { z } from 'zod';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { moveSession } from '../lifecycle/move-session';

const reprocessing = z
  .strictObject({ session_id: idOf('session'), status: z.enum(sessionStatuses) })
  .meta({ id: 'Reprocessing' });

/** Original documents, present workflow: a new attempt; the earlier ones stay readable. */
export function reprocessSession(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/reprocess',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    summary: "Re-run a session's checks on its documents",
    answers: { 202: json(reprocessing) },
    handler: async (call) => {
      const before = await findSession(deps.db, call.caller, call.params.id);
      const view = await moveSession(deps, call, before, {
        type: 'reprocess',
        via: 'reprocess',
      });
      return answer(202, { session_id: before.id, status: view.status });
    },
  });
}
