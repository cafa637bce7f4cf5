import { z } from 'zod';
import { notFound } from '../../../shared/domain/errors/not-found';
import { isId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import { noContent } from '../http/answer';
import { nothing } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { requireJournalled } from '../lifecycle/require-journalled';
import { auditList } from './audit-list';
import { listParams, lockList } from './find-list';

const itemParams = listParams.extend({ itemId: z.string() });

/** Also of the reviewers' list: a block can be taken back. */
export function deleteListItem(deps: ApiDeps): Route {
  return route({
    method: 'DELETE',
    path: '/api/v1/lists/:id/items/:itemId',
    whose: 'nobody',
    scope: 'organization:write',
    params: itemParams,
    summary: 'Remove an item from a list',
    answers: { 204: nothing },
    handler: async (call) => {
      const { id, itemId } = call.params;
      await call.once(z.null(), async (trx) => {
        const list = await lockList(trx, call.caller, id);
        const removed = await trx
          .deleteFrom('list_items')
          .where('list_id', '=', list.id)
          .where('id', '=', isId('listItem', itemId) ? itemId : 'lit_')
          .returning('id')
          .executeTakeFirstOrThrow(notFound);
        await auditList(trx, call, list, 'item_deleted', deps.clock(), { item_id: removed.id });
        return null;
      });
      await requireJournalled(deps, [itemId]);
      return noContent;
    },
  });
}
