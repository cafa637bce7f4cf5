import { z } from 'zod';
import { userRoles } from '../../../shared/domain/auth/roles';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { auditUser } from '../console-login/audit-user';
import { emailField } from '../console-login/login';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { created } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findUserOf, requireLiveKey, requireWithinOwn } from './find-user';
import { keptLink, setupLinkFor } from './setup-link-for';
import { userView, userWithLink } from './user-object';

export const nameField = z.string().trim().min(1).max(200);

const createBody = z.object({
  email: emailField,
  /** A label for colleagues. */
  name: nameField,
  role: z.enum(userRoles),
});

const made = z.object({ id: idOf('user'), link: keptLink });

export function createUser(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/users',
    whose: 'nobody',
    scope: 'users:write',
    body: createBody,
    summary: 'Invite a user; the answer has the link by which the account is set up',
    answers: { 201: created(userWithLink) },
    example: { email: 'rita@example.org', name: 'Rita R.', role: 'reviewer' },
    handler: async (call) => {
      const { caller, actor, body } = call;
      requireLiveKey(caller);
      requireWithinOwn(caller, body.role);
      const at = deps.clock();
      const { id, link } = await call.once(made, async (trx) => {
        const userId = call.assignedId('user');
        const inserted = await trx
          .insertInto('users')
          .values({
            id: userId,
            organization_id: caller.organizationId,
            name: body.name,
            email: body.email,
            role: body.role,
            created_at: at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (inserted === undefined) throw new VerifaError('user_exists');
        const about = { organizationId: caller.organizationId, userId };
        await auditUser(trx, call, 'created', { ...about, actor, detail: { role: body.role } }, at);
        return { id: userId, link: await setupLinkFor(deps, trx, about, at) };
      });
      const row = await findUserOf(deps.db, caller, id);
      const view = {
        ...userView(row, caller),
        setup_url: link?.url ?? null,
        setup_expires_at: link === null ? null : new Date(link.expiresAtMs),
      };
      return answer(201, view, { Location: `/api/v1/users/${id}` });
    },
  });
}
