import type { OrganizationSettings } from '../../shared/domain/organization/settings';
import { readSettings } from '../../shared/organization/read-settings';
import type { ApiDeps } from './deps';
import type { Caller } from './http/caller';

/** The settings of the caller's own environment. */
export async function callerSettings(
  { db, copies }: Pick<ApiDeps, 'db' | 'copies'>,
  { organizationId, environment }: Pick<Caller, 'organizationId' | 'environment'>,
): Promise<OrganizationSettings> {
  const owner = { organization_id: organizationId, environment };
  const settings = await copies.settings.read(`${organizationId}/${environment}`, async () => ({
    organizationId,
    value: await readSettings(db, owner),
  }));
  return settings ?? {};
}
