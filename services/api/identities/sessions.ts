import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { pageQuery, paginated, pageOf } from '../http/pagination';
import { route, type Route } from '../http/route';
import { readSessions } from '../sessions/read-sessions';
import { sessionObject } from '../sessions/session-view';
import { findIdentity, identityParams } from './find-identity';

/** The identity's completed sessions, newest first. */
export function listIdentitySessions(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/identities/:id/sessions',
    scope: ['identities:read', 'sessions:read'],
    params: identityParams,
    query: z.object(pageQuery),
    summary: "List an identity's sessions, newest first",
    answers: { 200: json(pageOf(sessionObject)) },
    handler: async ({ caller, params, query }) => {
      const { id } = await findIdentity(deps.db, caller, params.id);
      const linked = deps.db.selectFrom('sessions').where('identity_id', '=', id);
      const [{ total }, rows] = await Promise.all([
        linked.select((e) => e.fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
        linked.selectAll().orderBy('id', 'desc').limit(query.limit).offset(query.offset).execute(),
      ]);
      return answer(200, paginated(await readSessions(deps, caller, rows), Number(total), query));
    },
  });
}
