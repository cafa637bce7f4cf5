import { z } from 'zod';
import { endSignIn, idleMs } from '../../../shared/auth/console-session';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import { auditUser } from '../console-login/audit-user';
import { answer, noContent } from '../http/answer';
import { environment, idOf, instant } from '../http/answer-values';
import { json, nothing } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findUserOf, requireLiveKey, requireWithinOwn, userParams } from './find-user';

const most = 100;

const signIns = z
  .strictObject({
    data: z.array(
      z.strictObject({
        id: idOf('consoleSession'),
        signed_in_by: z.enum(['password', 'oidc']),
        environment,
        created_at: instant,
        last_seen_at: instant,
        expires_at: instant,
        active: z.boolean(),
        /** The one that asks. */
        current: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'UserSignIns' });

/** The newest hundred, for 30 days after they ended. */
export function listSignIns(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/users/:id/sessions',
    scope: 'users:write',
    params: userParams,
    summary: "List a user's sign-ins, newest first",
    answers: { 200: json(signIns) },
    handler: async ({ caller, params }) => {
      const { id } = await findUserOf(deps.db, caller, params.id);
      const rows = await deps.db
        .selectFrom('console_sessions')
        .selectAll()
        .where('user_id', '=', id)
        .where('stage', '=', 'full')
        .orderBy('created_at', 'desc')
        .limit(most)
        .execute();
      const now = deps.clock();
      const current = caller.kind === 'user' ? caller.consoleSessionId : null;
      const data = rows.map((row) => ({
        id: row.id,
        signed_in_by: row.signed_in_by,
        environment: row.current_environment,
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
        expires_at: row.expires_at,
        active:
          row.revoked_at === null &&
          row.expires_at > now &&
          row.last_seen_at.getTime() + idleMs > now.getTime(),
        current: row.id === current,
      }));
      return answer(200, { data });
    },
  });
}

/** With the very next call the browser is signed out. */
export function endUserSignIn(deps: ApiDeps): Route {
  return route({
    method: 'DELETE',
    path: '/api/v1/users/:id/sessions/:sessionId',
    whose: 'nobody',
    scope: 'users:write',
    params: userParams.extend({ sessionId: z.string() }),
    summary: "End one of a user's sign-ins",
    answers: { 204: nothing },
    handler: async (call) => {
      const { caller, actor, params } = call;
      requireLiveKey(caller);
      const at = deps.clock();
      await call.once(z.null(), async (trx) => {
        const user = await findUserOf(trx, caller, params.id);
        requireWithinOwn(caller, user.role);
        const { sessionId } = params;
        if (!isId('consoleSession', sessionId)) throw new VerifaError('not_found');
        const found = await trx
          .selectFrom('console_sessions')
          .select('id')
          .where('id', '=', sessionId)
          .where('user_id', '=', user.id)
          .executeTakeFirstOrThrow(notFound);
        await endSignIn(trx, found.id, at);
        const about = { organizationId: caller.organizationId, userId: user.id, actor };
        await auditUser(trx, call, 'signed_out_by_admin', about, at);
        return null;
      });
      return noContent;
    },
  });
}
