import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { byId } from '../http/list-order';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { readList } from '../http/read-list';
import { route, type Route } from '../http/route';
import { findUserOf, userParams } from './find-user';
import { userObject, userView } from './user-object';

/** In the order in which they came, those who left among them. */
export function listUsers(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/users',
    scope: 'cases:read',
    query: z.object(pageQuery),
    summary: 'List users of the organisation',
    answers: { 200: json(listOf(userObject)) },
    handler: async ({ caller, query }) => {
      const own = deps.db
        .selectFrom('users')
        .selectAll()
        .where('organization_id', '=', caller.organizationId);
      const page = await readList(own, byId('asc'), query);
      const views = page.data.map((row) => userView(row, caller));
      return answer(200, pageWith(page, views));
    },
  });
}

export function retrieveUser(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/users/:id',
    scope: 'cases:read',
    params: userParams,
    summary: 'Get a user',
    answers: { 200: json(userObject) },
    handler: async ({ caller, params }) =>
      answer(200, userView(await findUserOf(deps.db, caller, params.id), caller)),
  });
}
