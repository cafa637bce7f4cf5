import type { Selectable } from 'kysely';
import type { OrganizationsTable } from '../../../shared/database/organization-tables';
import { piiFields } from '../../../shared/organization/settings';

/** Every setting as it counts, defaults filled in. */
export function organizationView({
  id,
  name,
  plan,
  settings,
  created_at,
}: Selectable<OrganizationsTable>) {
  return {
    id,
    name,
    plan,
    settings: {
      api_pii_fields: settings.api_pii_fields ?? piiFields,
      webhook_pii_fields: settings.webhook_pii_fields ?? [],
      allowed_origins: settings.allowed_origins ?? [],
      image_url_expiry_seconds: settings.image_url_expiry_seconds ?? 300,
      token_minutes: settings.token_minutes ?? 20,
      time_zone: settings.time_zone ?? 'UTC',
      dual_review: settings.dual_review ?? false,
      signal_actions: settings.signal_actions ?? {},
    },
    created_at,
  };
}
