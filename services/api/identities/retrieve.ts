import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { route, type KeyedRoute } from '../http/route';
import { findIdentity, identityParams } from './find-identity';
import { identityView } from './identity-view';

export function retrieveIdentity(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/identities/:id',
    scope: 'identities:read',
    params: identityParams,
    handler: async ({ caller, params }) =>
      answer(200, identityView(await findIdentity(deps.db, caller, params.id))),
  });
}
