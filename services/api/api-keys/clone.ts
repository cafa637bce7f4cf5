import type { ApiDeps } from '../deps';
import { created } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findKey, keyParams } from './find-key';
import { keyWithSecret } from './key-view';
import { makeKey } from './make-key';
import { ownGrant, requireWithin } from './within-caller';

/** A new secret with the same rights: how a key is rotated. The old one goes on until it is expired. */
export function cloneApiKey(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/api-keys/:id/clone',
    whose: 'nobody',
    scope: 'keys:write',
    params: keyParams,
    summary: 'Create another key with the same rights',
    answers: { 201: created(keyWithSecret) },
    handler: async (call) => {
      const { caller } = call;
      const [before, own] = await Promise.all([
        findKey(deps.db, caller, call.params.id),
        ownGrant(deps.db, caller),
      ]);
      requireWithin(own, before);
      return makeKey(deps, call, 'cloned', {
        label: before.label,
        scopes: before.scopes,
        ipAllowList: before.ip_allow_list,
        expiresAt: before.expires_at,
        apiVersion: before.api_version,
      });
    },
  });
}
