import { z } from 'zod';
import { endSignIns } from '../../../shared/auth/console-session';
import type { ApiDeps } from '../deps';
import { auditUser } from '../console-login/audit-user';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findUserOf, requireLiveKey, requireWithinOwn, userParams } from './find-user';
import { keptLink, setupLinkFor } from './setup-link-for';
import { userView, userWithLink } from './user-object';

const resetBody = z.object({
  /** Also the second factor, for who lost the phone. */
  totp: z.boolean().default(true),
});

/** Password and second factor are gone at once, and every browser is signed out. */
export function resetUser(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/users/:id/reset',
    whose: 'nobody',
    scope: 'users:write',
    params: userParams,
    body: resetBody,
    summary: "Reset a user's password and second factor; the answer has a new set-up link",
    answers: { 200: json(userWithLink) },
    handler: async (call) => {
      const { caller, actor, params, body } = call;
      requireLiveKey(caller);
      const at = deps.clock();
      const link = await call.once(keptLink, async (trx) => {
        const before = await findUserOf(trx, caller, params.id);
        requireWithinOwn(caller, before.role);
        await trx
          .updateTable('users')
          .set({ password_hash: null, ...(body.totp ? { totp_sealed: null } : {}) })
          .where('id', '=', before.id)
          .execute();
        if (body.totp) {
          await trx.deleteFrom('user_recovery_codes').where('user_id', '=', before.id).execute();
        }
        await endSignIns(trx, before.id, at);
        const about = { organizationId: caller.organizationId, userId: before.id };
        await auditUser(trx, call, 'reset', { ...about, actor, detail: { totp: body.totp } }, at);
        return before.email === null ? null : setupLinkFor(deps, trx, about, at);
      });
      const row = await findUserOf(deps.db, caller, params.id);
      return answer(200, {
        ...userView(row, caller),
        setup_url: link?.url ?? null,
        setup_expires_at: link === null ? null : new Date(link.expiresAtMs),
      });
    },
  });
}
