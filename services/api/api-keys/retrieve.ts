import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { pageQuery, paginated, pageOf } from '../http/pagination';
import { route, type Route } from '../http/route';
import { findKey, keyParams } from './find-key';
import { keyView, keyObject } from './key-view';

/** Newest first, those that are over among them. */
export function listApiKeys(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/api-keys',
    scope: 'keys:write',
    query: z.object(pageQuery),
    summary: 'List keys, newest first',
    answers: { 200: json(pageOf(keyObject)) },
    handler: async ({ caller, query }) => {
      const own = deps.db
        .selectFrom('api_keys')
        .where('organization_id', '=', caller.organizationId)
        .where('environment', '=', caller.environment);
      const [{ total }, rows] = await Promise.all([
        own.select((e) => e.fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
        own.selectAll().orderBy('id', 'desc').limit(query.limit).offset(query.offset).execute(),
      ]);
      const now = deps.clock();
      const views = rows.map((row) => keyView(row, now));
      return answer(200, paginated(views, Number(total), query));
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
