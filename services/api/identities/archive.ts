import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { changeIdentity } from './change-identity';
import { identityParams } from '../../../shared/identities/find-identity';
import { identityView, identityObject } from './identity-view';

/** Put away: out of the list, otherwise as it was. Archived again it stays as it is. */
export function archiveIdentity(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/identities/:id/archive',
    whose: 'named',
    scope: 'identities:write',
    params: identityParams,
    summary: 'Archive an identity',
    answers: { 200: json(identityObject) },
    handler: async (call) => {
      const row = await changeIdentity(deps, call, call.params.id, 'archived', (before) =>
        before.archived_at === null ? { archived_at: deps.clock() } : null,
      );
      return answer(200, identityView(row));
    },
  });
}

export function restoreIdentity(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/identities/:id/restore',
    whose: 'named',
    scope: 'identities:write',
    params: identityParams,
    summary: 'Restore an archived identity',
    answers: { 200: json(identityObject) },
    handler: async (call) => {
      const row = await changeIdentity(deps, call, call.params.id, 'restored', (before) =>
        before.archived_at === null ? null : { archived_at: null },
      );
      return answer(200, identityView(row));
    },
  });
}
