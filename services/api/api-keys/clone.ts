import { insertApiKeyRow } from '../../../shared/auth/insert-api-key';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { created } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditKey } from './audit-key';
import { findKey, keyParams } from './find-key';
import { keyWithSecret, madeKey, newKeyView } from './key-view';
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
      const at = deps.clock();
      const made = await call.once(madeKey, async (trx) => {
        const inserted = await insertApiKeyRow(
          trx,
          {
            id: call.assignedId('apiKey'),
            organizationId: caller.organizationId,
            environment: caller.environment,
            label: before.label,
            scopes: before.scopes,
            ipAllowList: before.ip_allow_list,
            expiresAt: before.expires_at,
            apiVersion: before.api_version,
          },
          at,
        );
        await auditKey(trx, call, inserted.row, 'cloned', at);
        return { id: inserted.row.id, key: inserted.key };
      });
      const row = await findKey(deps.db, caller, made.id);
      const view = newKeyView({ row, key: made.key }, at);
      return answer(201, view, { Location: `/api/v1/api-keys/${row.id}` });
    },
  });
}
