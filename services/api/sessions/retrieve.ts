import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { exampleSession } from './example-session';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { readSession } from './read-sessions';
import { sessionObject } from './session-view';

export function retrieveSession(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id',
    scope: 'sessions:read',
    params: sessionParams,
    summary: 'Get a session',
    answers: { 200: json(sessionObject, exampleSession) },
    handler: async ({ caller, params }) => {
      const row = await findSession(deps.db, caller, params.id);
      return answer(200, await readSession(deps, caller, row));
    },
  });
}
