import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { OrganizationsTable } from '../../../shared/database/organization-tables';
import type { Branding } from '../../../shared/domain/organization/branding';
import { plans } from '../../../shared/domain/limits/plan';
import {
  defaultRetention,
  piiFields,
  type OrganizationSettings,
} from '../../../shared/domain/organization/settings';
import { handoffRules } from '../../../shared/domain/organization/handoff-rule';
import { screeningsWithoutLists } from '../../../shared/domain/checks/screening-rule';
import { signalActions } from '../../../shared/domain/risk/signal-actions';
import { idOf, instant } from '../http/answer-values';

const branding = z.strictObject({
  display_name: z.string().nullable(),
  /** Set by `PUT /api/v1/organization/logo`. */
  logo_url: z.string().nullable(),
  brand_color: z.string().nullable(),
  radius: z.number().int().nullable(),
  support_url: z.string().nullable(),
  privacy_url: z.string().nullable(),
  /** By language, then by key. */
  texts: z.record(z.string(), z.record(z.string(), z.string())),
});

const fields = z.array(z.enum(piiFields)).readonly();

export const organizationObject = z
  .strictObject({
    id: idOf('organization'),
    name: z.string(),
    plan: z.enum(plans),
    settings: z.strictObject({
      api_pii_fields: fields,
      webhook_pii_fields: fields,
      allowed_origins: z.array(z.string()).readonly(),
      image_url_expiry_seconds: z.number().int(),
      token_minutes: z.number().int(),
      time_zone: z.string(),
      sensitive_data_retention_days: z.number().int(),
      data_retention_days: z.number().int(),
      dual_review: z.boolean(),
      hide_first_opinion: z.boolean(),
      escalate_disagreement: z.boolean(),
      screening_without_lists: z.enum(screeningsWithoutLists),
      /** Null: any. */
      consent_versions: z.array(z.string()).readonly().nullable(),
      reject_reasons: z.array(z.string()).readonly(),
      handoff: z.enum(handoffRules),
      show_result: z.boolean(),
      allow_extend: z.boolean(),
      signal_actions: z.record(z.string(), z.enum(signalActions)),
      branding,
    }),
    created_at: instant,
  })
  .meta({ id: 'Organization' });

/** Every setting as it counts in the caller's environment, defaults filled in. */
export function organizationView(
  { id, name, plan, created_at }: Selectable<OrganizationsTable>,
  settings: OrganizationSettings,
  logoUrl: string | null,
): z.output<typeof organizationObject> {
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
      sensitive_data_retention_days:
        settings.sensitive_data_retention_days ?? defaultRetention.sensitiveDays,
      data_retention_days: settings.data_retention_days ?? defaultRetention.dataDays,
      dual_review: settings.dual_review ?? false,
      hide_first_opinion: settings.hide_first_opinion ?? true,
      escalate_disagreement: settings.escalate_disagreement ?? true,
      screening_without_lists: settings.screening_without_lists ?? 'review',
      consent_versions: settings.consent_versions ?? null,
      reject_reasons: settings.reject_reasons ?? [],
      handoff: settings.handoff ?? 'offer',
      show_result: settings.show_result ?? false,
      allow_extend: settings.allow_extend ?? true,
      signal_actions: settings.signal_actions ?? {},
      branding: brandingView(settings.branding ?? {}, logoUrl),
    },
    created_at,
  };
}

/** Null: the page's own. */
function brandingView(own: Branding, logoUrl: string | null): z.output<typeof branding> {
  return {
    display_name: own.display_name ?? null,
    logo_url: logoUrl,
    brand_color: own.brand_color ?? null,
    radius: own.radius ?? null,
    support_url: own.support_url ?? null,
    privacy_url: own.privacy_url ?? null,
    texts: { ...own.texts },
  };
}
