import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { noContent } from '../http/answer';
import { nothing } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { requireJournalled } from '../lifecycle/require-journalled';
import { auditList } from './audit-list';
import { listParams, lockList, requireOwnList } from './find-list';

/** With its items. A workflow that names it finds nothing there. */
export function deleteList(deps: ApiDeps): Route {
  return route({
    method: 'DELETE',
    path: '/api/v1/lists/:id',
    whose: 'nobody',
    scope: 'organization:write',
    params: listParams,
    summary: 'Delete a list with its items',
    answers: { 204: nothing },
    handler: async (call) => {
      await call.once(z.null(), async (trx) => {
        const row = await lockList(trx, call.caller, call.params.id);
        requireOwnList(row);
        await trx.deleteFrom('lists').where('id', '=', row.id).execute();
        await auditList(trx, call, row, 'deleted', deps.clock());
        return null;
      });
      await requireJournalled(deps, [call.params.id]);
      return noContent;
    },
  });
}
