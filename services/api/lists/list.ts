import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { findList, listParams } from './find-list';
import { listView, listObject } from './list-view';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { byId } from '../http/list-order';
import { readList } from '../http/read-list';

const countedList = z
  .strictObject({ ...listObject.shape, item_count: z.number().int() })
  .meta({ id: 'CountedList' });

/** Newest first, that of the reviewers among them. */
export function listLists(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/lists',
    scope: 'identities:read',
    query: z.object(pageQuery),
    summary: 'List the lists, newest first',
    answers: { 200: json(listOf(listObject)) },
    handler: async ({ caller, query }) => {
      const owned = deps.db
        .selectFrom('lists')
        .selectAll()
        .where('organization_id', '=', caller.organizationId)
        .where('environment', '=', caller.environment);
      const page = await readList(owned, byId('desc'), query);
      return answer(200, pageWith(page, page.data.map(listView)));
    },
  });
}

export function retrieveList(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/lists/:id',
    scope: 'identities:read',
    params: listParams,
    summary: 'Get a list',
    answers: { 200: json(countedList) },
    handler: async ({ caller, params }) => {
      const row = await findList(deps.db, caller, params.id);
      const { count } = await deps.db
        .selectFrom('list_items')
        .select((e) => e.fn.countAll<string>().as('count'))
        .where('list_id', '=', row.id)
        .executeTakeFirstOrThrow();
      return answer(200, { ...listView(row), item_count: Number(count) });
    },
  });
}
