import type { z } from 'zod';
import { logoUrl } from '../../../shared/organization/logo-url';
import type { ApiDeps } from '../deps';
import { callerSettings } from '../caller-settings';
import { answer } from '../http/answer';
import type { Caller } from '../http/caller';
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
    handler: async ({ caller }) => answer(200, await presentOrganization(deps, caller)),
  });
}

/** As it is now, for whoever reads it and whoever changed it. */
export async function presentOrganization(
  deps: Pick<ApiDeps, 'db' | 'copies' | 'settings'>,
  caller: Caller,
): Promise<z.output<typeof organizationObject>> {
  const row = await deps.db
    .selectFrom('organizations')
    .selectAll()
    .where('id', '=', caller.organizationId)
    .executeTakeFirstOrThrow();
  const owner = { organization_id: row.id, environment: caller.environment };
  const logo = await logoUrl({ db: deps.db, publicUrl: deps.settings.PUBLIC_URL }, owner);
  return organizationView(row, await callerSettings(deps, caller), logo);
}
