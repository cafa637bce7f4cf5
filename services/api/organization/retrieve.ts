import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { route, type Route } from '../http/route';
import { organizationView } from './organization-view';

export function retrieveOrganization(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/organization',
    scope: 'organization:write',
    handler: async ({ caller }) => {
      const row = await deps.db
        .selectFrom('organizations')
        .selectAll()
        .where('id', '=', caller.organizationId)
        .executeTakeFirstOrThrow();
      return answer(200, organizationView(row));
    },
  });
}
