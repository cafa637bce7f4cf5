import type { OrganizationId } from '../../shared/ids';
import type { OrganizationSettings } from '../../shared/organization/settings';
import type { ApiDeps } from './deps';

/** The organisation's own settings as they are now; every one of them has a default where it is used. */
export async function organizationSettings(
  { db }: Pick<ApiDeps, 'db'>,
  id: OrganizationId,
): Promise<OrganizationSettings> {
  const row = await db
    .selectFrom('organizations')
    .select('settings')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.settings;
}
