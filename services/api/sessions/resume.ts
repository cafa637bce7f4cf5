import { z } from 'zod';
import { VerifaError } from '../../../shared/errors/verifa-error';
import { sessionStatuses } from '../../../shared/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { qrCode } from './capture-link';
import { findSession, sessionParams } from './find-session';
import { moveSession } from './move-session';
import { readSession } from './read-sessions';

const resumedSession = z
  .strictObject({
    id: idOf('session'),
    status: z.enum(sessionStatuses),
    capture_url: z.string(),
    expires_at: instant.nullable(),
    qr_code_data_url: z.string(),
  })
  .meta({ id: 'ResumedSession' });

export function resumeSession(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/resume',
    scope: 'sessions:write',
    params: sessionParams,
    summary: 'Open an expired session again',
    answers: { 200: json(resumedSession) },
    handler: async (call) => {
      const before = await findSession(deps.db, call.caller, call.params.id);
      const { row } = await moveSession(deps, call, before, { type: 'resume' });
      const session = await readSession(deps, call.caller, row);
      // Somebody may have expired it since: then there is no link to give, and the answer says so.
      if (session.capture_url === undefined) {
        throw new VerifaError('invalid_state', { extra: { status: session.status } });
      }
      return answer(200, {
        id: session.id,
        status: session.status,
        capture_url: session.capture_url,
        expires_at: session.token_expires_at,
        qr_code_data_url: await qrCode(session.capture_url),
      });
    },
  });
}
