import type { OrganizationSettings } from '../../shared/domain/organization/settings';
import { readSettings } from '../../shared/organization/read-settings';
import type { ApiDeps } from './deps';
import type { Caller } from './http/call';

/** The settings of the caller's own environment. */
export function callerSettings(
  { db }: Pick<ApiDeps, 'db'>,
  { organizationId, environment }: Caller,
): Promise<OrganizationSettings> {
  return readSettings(db, { organization_id: organizationId, environment });
}
