import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { findIdentity, identityParams } from '../../../shared/identities/find-identity';
import { identityView, identityObject } from './identity-view';

export function retrieveIdentity(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/identities/:id',
    scope: 'identities:read',
    params: identityParams,
    summary: 'Get an identity',
    answers: { 200: json(identityObject) },
    handler: async ({ caller, params }) =>
      answer(200, identityView(await findIdentity(deps.db, caller, params.id))),
  });
}
