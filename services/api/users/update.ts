import { z } from 'zod';
import { endSignIns } from '../../../shared/auth/console-session';
import { endSetupLinks } from '../../../shared/auth/setup-link';
import { userRoles } from '../../../shared/domain/auth/roles';
import type { ApiDeps } from '../deps';
import { auditUser } from '../console-login/audit-user';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { nameField } from './create';
import {
  findUserOf,
  lockPeople,
  requireAdminLeft,
  requireLiveKey,
  requireWithinOwn,
  userParams,
} from './find-user';
import { userObject, userView } from './user-object';

const updateBody = z.object({
  name: nameField.optional(),
  role: z.enum(userRoles).optional(),
  /** False: signed out everywhere, and not let in again. */
  active: z.boolean().optional(),
});

/** Whoever is given another role signs in anew, so that no cookie is of a role that is gone. */
export function updateUser(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: '/api/v1/users/:id',
    whose: 'nobody',
    scope: 'users:write',
    params: userParams,
    body: updateBody,
    summary: 'Update a user: name, role, whether they may sign in',
    answers: { 200: json(userObject) },
    example: { role: 'senior' },
    handler: async (call) => {
      const { caller, actor, params, body } = call;
      requireLiveKey(caller);
      const at = deps.clock();
      await call.once(z.null(), async (trx) => {
        await lockPeople(trx, caller);
        const before = await findUserOf(trx, caller, params.id);
        const role = body.role ?? before.role;
        requireWithinOwn(caller, before.role, role);
        const isActive = body.active ?? before.deactivated_at === null;
        await trx
          .updateTable('users')
          .set({
            name: body.name ?? before.name,
            role,
            deactivated_at: isActive ? null : (before.deactivated_at ?? at),
          })
          .where('id', '=', before.id)
          .execute();
        const losesAdmin =
          before.role === 'admin' &&
          before.deactivated_at === null &&
          !(isActive && role === 'admin');
        if (losesAdmin) await requireAdminLeft(trx, caller, before);
        if (role !== before.role || !isActive) await endSignIns(trx, before.id, at);
        if (!isActive) await endSetupLinks(trx, before.id);
        const about = { organizationId: caller.organizationId, userId: before.id, actor };
        const detail = { changed: Object.keys(body), role, active: isActive };
        await auditUser(trx, call, 'updated', { ...about, detail }, at);
        return null;
      });
      return answer(200, userView(await findUserOf(deps.db, caller, params.id), caller));
    },
  });
}
