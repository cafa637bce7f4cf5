import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditSession } from '../sessions/audit-session';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { newStreamToken, streamTokenMs } from './stream-token';

const streamTokenObject = z
  .strictObject({ token: z.string(), url: z.string(), expires_at: instant })
  .meta({ id: 'StreamToken' });

/** For a page that follows the phone: it may see how far the session is, and holds no API key. */
export function createStreamToken(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/stream-token',
    whose: 'named',
    scope: 'sessions:read',
    params: sessionParams,
    summary: 'Create a stream token for a page that follows the session',
    answers: { 201: json(streamTokenObject) },
    handler: async (call) => {
      const session = await findSession(deps.db, call.caller, call.params.id);
      await auditSession(deps.db, call, session, 'stream_token_created', deps.clock());
      // Whole seconds, as the token itself counts.
      const endMs = Math.floor((deps.clock().getTime() + streamTokenMs) / 1000) * 1000;
      const expiresAt = new Date(endMs);
      const token = newStreamToken(deps, session.id, expiresAt);
      return answer(201, {
        token,
        url: `${deps.settings.PUBLIC_URL}/api/v1/sessions/${session.id}/stream?token=${token}`,
        expires_at: expiresAt,
      });
    },
  });
}
