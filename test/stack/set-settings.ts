import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { Environment } from '../../shared/domain/environment';
import type { OrganizationSettings } from '../../shared/domain/organization/settings';

/** Every organisation of the test has these settings from now on, in one environment, and no others. */
export async function setSettings(
  db: Kysely<Database>,
  settings: OrganizationSettings,
  environment: Environment = 'live',
): Promise<void> {
  const organizations = await db.selectFrom('organizations').select('id').execute();
  for (const { id } of organizations) {
    await db
      .insertInto('environment_settings')
      .values({ organization_id: id, environment, settings: JSON.stringify(settings) })
      .onConflict((conflict) =>
        conflict
          .columns(['organization_id', 'environment'])
          .doUpdateSet({ settings: JSON.stringify(settings) }),
      )
      .execute();
  }
}
