import { z } from 'zod';
import { consentVersion, piiFields } from '../../../shared/domain/organization/settings';
import { handoffRules } from '../../../shared/domain/organization/handoff-rule';
import { screeningsWithoutLists } from '../../../shared/domain/checks/screening-rule';
import { isWebOrigin } from '../../../shared/domain/organization/web-origin';
import { reasonCodePattern } from '../../../shared/domain/cases/reason-code';
import { signalActionsSchema } from '../../../shared/domain/risk/signal-actions';
import type { Aliases } from '../http/aliases';
import { brandingBody } from './branding-body';

const fields = z.array(z.enum(piiFields)).max(piiFields.length);

const webOrigin = z
  .url()
  .refine(isWebOrigin, 'is not a web origin, like https://a.example')
  .meta({ examples: ['https://shop.example'] });

const timeZone = z
  .string()
  .refine((text) => Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC', {
    message: 'is not an IANA time zone',
  });

const rejectReason = z.string().regex(reasonCodePattern, 'is not a code in lower snake case');

/** Ten years: longer than any law that we know of asks for. */
const days = z.number().int().min(1).max(3_650);

/** What of the settings is sent is changed; null puts the default back. */
export const settingsBody = z.object({
  api_pii_fields: fields.nullable().optional(),
  webhook_pii_fields: fields.nullable().optional(),
  allowed_origins: z.array(webOrigin).max(50).nullable().optional(),
  image_url_expiry_seconds: z.number().int().min(30).max(86_400).nullable().optional(),
  token_minutes: z.number().int().min(5).max(10_080).nullable().optional(),
  time_zone: timeZone.nullable().optional(),
  sensitive_data_retention_days: days.nullable().optional(),
  data_retention_days: days.nullable().optional(),
  dual_review: z.boolean().nullable().optional(),
  /** From reviewers who signed in; keys answer for what they show. */
  hide_first_opinion: z.boolean().nullable().optional(),
  /** Where the second of two reviewers signed in; of those whom keys name the second one decides. */
  escalate_disagreement: z.boolean().nullable().optional(),
  /** Of live approvals while no sanctions list is loaded; only a live key may change it. */
  screening_without_lists: z.enum(screeningsWithoutLists).nullable().optional(),
  consent_versions: z
    .array(z.string().regex(consentVersion, 'is not a version'))
    .min(1)
    .max(50)
    .nullable()
    .optional(),
  reject_reasons: z.array(rejectReason).max(100).nullable().optional(),
  /** A workflow's own `capture.handoff` comes before it. */
  handoff: z.enum(handoffRules).nullable().optional(),
  show_result: z.boolean().nullable().optional(),
  allow_extend: z.boolean().nullable().optional(),
  signal_actions: signalActionsSchema.nullable().optional(),
  branding: brandingBody.nullable().optional(),
});

/** The hosted service has each setting at the top. */
export const settingsAliases: Aliases = Object.fromEntries(
  Object.keys(settingsBody.shape).map((name) => [`settings.${name}`, [name]]),
);
