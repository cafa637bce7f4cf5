import type { ApiDeps } from '../deps';
import { callerSettings } from '../caller-settings';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { organizationView, organizationObject } from './organization-view';

export function retrieveOrganization(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/organization',
    scope: 'organization:write',
    summary: "Get the organisation and the settings of the key's environment",
    answers: { 200: json(organizationObject) },
    handler: async ({ caller }) => {
      const row = await deps.db
        .selectFrom('organizations')
        .selectAll()
        .where('id', '=', caller.organizationId)
        .executeTakeFirstOrThrow();
      return answer(200, organizationView(row, await callerSettings(deps, caller)));
    },
  });
}
