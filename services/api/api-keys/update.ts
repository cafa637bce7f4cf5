import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditKey } from './audit-key';
import { findKey, keyParams } from './find-key';
import { keyAliases, keyFields, requireFuture } from './key-fields';
import { keyView, keyObject } from './key-view';
import { ownGrant, requireNoStronger, requireWithin } from './within-caller';

const updateBody = z.object({
  label: keyFields.label.optional(),
  scopes: keyFields.scopes.optional(),
  ip_allow_list: keyFields.ip_allow_list.optional(),
  expires_at: keyFields.expires_at.optional(),
  api_version: keyFields.api_version.optional(),
});

/** What is changed has to lie within the key that asks, as at creation; what is not sent stays. */
export function updateApiKey(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: '/api/v1/api-keys/:id',
    whose: 'nobody',
    scope: 'keys:write',
    params: keyParams,
    body: updateBody,
    aliases: keyAliases,
    summary: 'Update a key',
    answers: { 200: json(keyObject) },
    handler: async (call) => {
      const { caller, params, body } = call;
      requireFuture(body.expires_at, deps.clock());
      const [before, own] = await Promise.all([
        findKey(deps.db, caller, params.id),
        ownGrant(deps.db, caller),
      ]);
      requireNoStronger(own, before);
      const grant = {
        scopes: body.scopes ?? before.scopes,
        ip_allow_list: body.ip_allow_list === undefined ? before.ip_allow_list : body.ip_allow_list,
        expires_at: body.expires_at === undefined ? before.expires_at : body.expires_at,
      };
      requireWithin(own, grant);
      const at = deps.clock();
      await call.once(z.null(), async (trx) => {
        const changed = await trx
          .updateTable('api_keys')
          .set({
            label: body.label ?? before.label,
            scopes: [...grant.scopes],
            ip_allow_list: grant.ip_allow_list === null ? null : [...grant.ip_allow_list],
            expires_at: grant.expires_at,
            api_version: body.api_version === undefined ? before.api_version : body.api_version,
          })
          .where('id', '=', before.id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await auditKey(trx, call, changed, 'updated', at);
        return null;
      });
      return answer(200, keyView(await findKey(deps.db, caller, params.id), at));
    },
  });
}
