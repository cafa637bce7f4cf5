import type { Kysely } from 'kysely';
import type { Database, SessionRow } from '../database/schema';
import type { BrandingTexts } from '../domain/organization/branding-texts';
import { logoUrl } from './logo-url';
import { readSettings } from './read-settings';

/** What the capture page tells of whoever asks for the verification. */
export interface OrganizationShown {
  readonly name: string;
  readonly logo_url: string | null;
  readonly support_url: string | null;
  readonly privacy_url: string | null;
  /** The person is told how their session ended. */
  readonly show_result: boolean;
  /** Its own words for some sentences, by language and key. */
  readonly texts: BrandingTexts;
}

/** By the settings of the session's own environment; what nobody has set is null. */
export async function organizationShown(
  { db, publicUrl }: { readonly db: Kysely<Database>; readonly publicUrl: string },
  session: Pick<SessionRow, 'organization_id' | 'environment'>,
): Promise<OrganizationShown> {
  const [{ name }, settings, logo] = await Promise.all([
    db
      .selectFrom('organizations')
      .select('name')
      .where('id', '=', session.organization_id)
      .executeTakeFirstOrThrow(),
    readSettings(db, session),
    logoUrl({ db, publicUrl }, session),
  ]);
  const { branding = {} } = settings;
  return {
    name: branding.display_name ?? name,
    logo_url: logo,
    support_url: branding.support_url ?? null,
    privacy_url: branding.privacy_url ?? null,
    show_result: settings.show_result ?? false,
    texts: branding.texts ?? {},
  };
}
