import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { readSessions } from '../sessions/read-sessions';
import { sessionObject } from '../sessions/session-view';
import { findIdentity, identityParams } from '../../../shared/identities/find-identity';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { byId } from '../http/list-order';
import { readList } from '../http/read-list';

/** The identity's completed sessions, newest first. */
export function listIdentitySessions(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/identities/:id/sessions',
    scope: ['identities:read', 'sessions:read'],
    params: identityParams,
    query: z.object(pageQuery),
    summary: "List an identity's sessions, newest first",
    answers: { 200: json(listOf(sessionObject)) },
    handler: async ({ caller, params, query }) => {
      const { id } = await findIdentity(deps.db, caller, params.id);
      const linked = deps.db.selectFrom('sessions').selectAll().where('identity_id', '=', id);
      const page = await readList(linked, byId('desc'), query);
      return answer(200, pageWith(page, await readSessions(deps, caller, page.data)));
    },
  });
}
