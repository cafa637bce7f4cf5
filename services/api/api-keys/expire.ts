import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditKey } from './audit-key';
import { findKey, keyParams } from './find-key';
import { keyView, keyObject } from './key-view';
import { ownGrant, requireNoStronger } from './within-caller';

/** At once and for good; a key may end itself. A second time answers the same. */
export function expireApiKey(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/api-keys/:id/expire',
    whose: 'nobody',
    scope: 'keys:write',
    params: keyParams,
    summary: 'Expire a key at once',
    answers: { 200: json(keyObject) },
    handler: async (call) => {
      const at = deps.clock();
      await call.once(z.null(), async (trx) => {
        const before = await findKey(trx, call.caller, call.params.id);
        requireNoStronger(await ownGrant(trx, call.caller), before);
        if (before.revoked_at !== null) return null;
        const ended = await trx
          .updateTable('api_keys')
          .set({ revoked_at: at })
          .where('id', '=', before.id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await auditKey(trx, call, ended, 'expired', at);
        return null;
      });
      const row = await findKey(deps.db, call.caller, call.params.id);
      return answer(200, keyView(row, at));
    },
  });
}
