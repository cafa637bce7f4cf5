import { z } from 'zod';
import { addItems } from '../../../shared/lists/add-items';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditList } from './audit-list';
import { findList, listParams, lockList } from './find-list';
import { readGivenItems, givenItems } from './given-items';

const addedItems = z
  .strictObject({
    list_id: idOf('list'),
    added: z.number().int(),
    already_present: z.number().int(),
    item_ids: z.array(idOf('listItem')).readonly(),
  })
  .meta({ id: 'AddedItems' });

/** All of them or none. A list is a set: a repeat adds nothing, and needs no key to be known as one. */
export function addListItems(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/lists/:id/items',
    scope: 'organization:write',
    idempotency: 'content',
    params: listParams,
    summary: 'Add items, all or none; JSON or CSV',
    answers: { 200: json(addedItems) },
    bodyAs: givenItems,
    upload: { mediaType: 'text/csv', schema: z.string() },
    handler: async (call) => {
      const { caller, actor, params } = call;
      // Before the body: who may not know the list is not told what is wrong with it.
      await findList(deps.db, caller, params.id);
      const items = await readGivenItems(call.request, call.response);
      const at = deps.clock();
      const added = await deps.db.transaction().execute(async (trx) => {
        const list = await lockList(trx, caller, params.id);
        const origin = { owner: list, listId: list.id, sessionId: null, actor, at };
        const ids = await addItems(trx, deps.keyring, origin, items);
        await auditList(trx, call, list, 'items_added', at, { count: ids.length });
        return ids;
      });
      return answer(200, {
        list_id: params.id,
        added: added.length,
        already_present: items.length - added.length,
        item_ids: added,
      });
    },
  });
}
