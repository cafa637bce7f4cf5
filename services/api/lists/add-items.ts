import { z } from 'zod';
import { addItems } from './insert-items';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditList } from './audit-list';
import { findList, listParams, lockList } from './find-list';
import { givenItems, readGivenItems, readItemsBody } from './given-items';

const addedItems = z
  .strictObject({
    list_id: idOf('list'),
    added: z.number().int(),
    already_present: z.number().int(),
    item_ids: z.array(idOf('listItem')).readonly(),
  })
  .meta({ id: 'AddedItems' });

/** All of them or none. A list is a set: what is there already is added by nobody. */
export function addListItems(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/lists/:id/items',
    whose: 'nobody',
    scope: 'organization:write',
    params: listParams,
    body: z.unknown(),
    readBody: readItemsBody,
    summary: 'Add items, all or none; JSON or CSV',
    answers: { 200: json(addedItems) },
    bodyAs: givenItems,
    upload: { mediaType: 'text/csv', schema: z.string() },
    handler: async (call) => {
      const { caller, actor, params } = call;
      // Before the items: who may not know the list is not told what is wrong with them.
      await findList(deps.db, caller, params.id);
      const items = readGivenItems(call.body);
      const at = deps.clock();
      const added = await call.once(addedItems, async (trx) => {
        const list = await lockList(trx, caller, params.id);
        const origin = { owner: list, listId: list.id, sessionId: null, actor, at };
        const ids = await addItems(trx, deps.keyring, origin, items);
        await auditList(trx, call, list, 'items_added', at, { count: ids.length });
        return {
          list_id: list.id,
          added: ids.length,
          already_present: items.length - ids.length,
          item_ids: ids,
        };
      });
      return answer(200, added);
    },
  });
}
