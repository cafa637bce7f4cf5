import type { Kysely } from 'kysely';
import type { Database, SessionRow } from '../database/schema';
import { readSettings } from './read-settings';

/** What the capture page tells of whoever asks for the verification. */
export interface OrganizationShown {
  readonly name: string;
  readonly logo_url: string | null;
  readonly support_url: string | null;
  readonly privacy_url: string | null;
  /** The person is told how their session ended. */
  readonly show_result: boolean;
}

/** By the settings of the session's own environment; what nobody has set is null. */
export async function organizationShown(
  { db }: { readonly db: Kysely<Database> },
  session: Pick<SessionRow, 'organization_id' | 'environment'>,
): Promise<OrganizationShown> {
  const [{ name }, settings] = await Promise.all([
    db
      .selectFrom('organizations')
      .select('name')
      .where('id', '=', session.organization_id)
      .executeTakeFirstOrThrow(),
    readSettings(db, session),
  ]);
  return {
    name,
    logo_url: null,
    support_url: null,
    privacy_url: null,
    show_result: settings.show_result ?? false,
  };
}
