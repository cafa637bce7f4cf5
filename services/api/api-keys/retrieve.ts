import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findKey, keyParams } from './find-key';
import { keyView, keyObject } from './key-view';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { byId } from '../http/list-order';
import { readList } from '../http/read-list';

/** Newest first, those that are over among them. */
export function listApiKeys(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/api-keys',
    scope: 'keys:write',
    query: z.object(pageQuery),
    summary: 'List keys, newest first',
    answers: { 200: json(listOf(keyObject)) },
    handler: async ({ caller, query }) => {
      const own = deps.db
        .selectFrom('api_keys')
        .selectAll()
        .where('organization_id', '=', caller.organizationId)
        .where('environment', '=', caller.environment);
      const page = await readList(own, byId('desc'), query);
      const now = deps.clock();
      const views = page.data.map((row) => keyView(row, now));
      return answer(200, pageWith(page, views));
    },
  });
}

export function retrieveApiKey(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/api-keys/:id',
    scope: 'keys:write',
    params: keyParams,
    summary: 'Get a key',
    answers: { 200: json(keyObject) },
    handler: async ({ caller, params }) =>
      answer(200, keyView(await findKey(deps.db, caller, params.id), deps.clock())),
  });
}
