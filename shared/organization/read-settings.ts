import type { Kysely } from 'kysely';
import type { Owned } from '../database/columns';
import type { Database } from '../database/schema';
import type { OrganizationSettings } from '../domain/organization/settings';

/**
 * The settings of one environment as they are now: what a sandbox key sets, no live session sees. An
 * environment whose settings nobody has touched has no row: each setting has a default where it is used.
 */
export async function readSettings(
  db: Kysely<Database>,
  { organization_id: organizationId, environment }: Owned,
): Promise<OrganizationSettings> {
  const row = await db
    .selectFrom('environment_settings')
    .select('settings')
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment)
    .executeTakeFirst();
  return row?.settings ?? {};
}
