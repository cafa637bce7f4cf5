import { z } from 'zod';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { moveAndRead } from '../lifecycle/move-session';

const expiredSession = z
  .strictObject({
    id: idOf('session'),
    status: z.enum(sessionStatuses),
    expired_at: instant.nullable(),
  })
  .meta({ id: 'ExpiredSession' });

/** Of a reprocess it gives up the reprocess only: then the status before it comes back. */
export function expireSession(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/expire',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    summary: 'Expire a session',
    answers: { 200: json(expiredSession) },
    handler: async (call) => {
      const before = await findSession(deps.db, call.caller, call.params.id);
      const { row } = await moveAndRead(deps, call, before, { type: 'expire' });
      return answer(200, { id: row.id, status: row.status, expired_at: row.expired_at });
    },
  });
}
