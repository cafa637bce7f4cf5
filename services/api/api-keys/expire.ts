import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditKey } from './audit-key';
import { findKey, keyParams } from './find-key';
import { keyView, keyObject } from './key-view';

/** At once and for good; a key may end itself. A second time answers the same. */
export function expireApiKey(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/api-keys/:id/expire',
    scope: 'keys:write',
    params: keyParams,
    summary: 'End a key at once',
    answers: { 200: json(keyObject) },
    handler: async (call) => {
      const before = await findKey(deps.db, call.caller, call.params.id);
      const at = deps.clock();
      if (before.revoked_at !== null) return answer(200, keyView(before, at));
      const row = await deps.db.transaction().execute(async (trx) => {
        const ended = await trx
          .updateTable('api_keys')
          .set({ revoked_at: at })
          .where('id', '=', before.id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await auditKey(trx, call, ended, 'expired', at);
        return ended;
      });
      return answer(200, keyView(row, at));
    },
  });
}
