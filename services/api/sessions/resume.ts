import { z } from 'zod';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { moveAndRead } from '../lifecycle/move-session';
import { presentLink, renewedLink } from './present-link';

const resumedSession = z
  .strictObject({
    id: idOf('session'),
    status: z.enum(sessionStatuses),
    /** The session's present link; null when there is none any more, in a repeat. */
    capture_url: z.string().nullable(),
    expires_at: instant.nullable(),
    qr_code_data_url: z.string().nullable(),
  })
  .meta({ id: 'ResumedSession' });

export function resumeSession(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/resume',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    summary: 'Resume an expired session, or give a pending one a new link; the old link is revoked',
    answers: { 200: json(resumedSession) },
    handler: async (call) => {
      const before = await findSession(deps.db, call.caller, call.params.id);
      const { row } = await moveAndRead(deps, call, before, { type: 'resume' });
      // Somebody may have expired it since: then there is no link to give, and the answer says so.
      const link = await presentLink(deps, call.caller, row);
      return answer(200, { id: row.id, status: row.status, ...link });
    },
    renew: ({ caller }, stored) => renewedLink(deps, caller, stored),
  });
}
