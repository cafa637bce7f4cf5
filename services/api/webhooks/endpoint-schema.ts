import { z } from 'zod';
import { checkUrl, type AddressRefusal } from '../../../activities/webhooks/address-guard';
import { webhookEventTypes } from '../../../shared/domain/lifecycle/webhook-events';
import { isMisread } from '../lifecycle/session-fields';
import { keyInflections } from '../../../shared/wire/key-casing';
import type { Aliases } from '../http/aliases';
import { invalidField } from '../http/parse';

export const allEvents = '*';
const attributePath = /^[a-z0-9_]+(\.[a-z0-9_]+)*$/i;

const url = z
  .string()
  .min(1)
  .max(2_048)
  .meta({ format: 'uri', examples: ['https://shop.example/hooks'] });
const label = z.string().max(255).nullable();
const description = z.string().max(2_000).nullable();
const enabledEvents = z
  .array(z.enum([allEvents, ...webhookEventTypes]))
  .min(1)
  .max(100)
  .transform((types) => (types.includes(allEvents) ? [allEvents] : [...new Set(types)]));
const attributeBlocklist = z.array(z.string().max(255).regex(attributePath)).max(100);
const apiVersion = z.enum(['2026-01-01']);
const keyInflection = z.enum(keyInflections);

export const endpointAliases: Aliases = { enabled_events: ['events'] };

export const createEndpointBody = z.object({
  url,
  label: label.default(null),
  description: description.default(null),
  enabled: z.boolean().default(true),
  enabled_events: enabledEvents.default([allEvents]),
  attribute_blocklist: attributeBlocklist.default([]),
  api_version: apiVersion.default('2026-01-01'),
  key_inflection: keyInflection.default('snake'),
  ed25519_signature: z.boolean().default(false),
});

export const updateEndpointBody = z.object({
  url: url.optional(),
  label: label.optional(),
  description: description.optional(),
  enabled: z.boolean().optional(),
  enabled_events: enabledEvents.optional(),
  attribute_blocklist: attributeBlocklist.optional(),
  api_version: apiVersion.optional(),
  key_inflection: keyInflection.optional(),
  ed25519_signature: z.boolean().optional(),
});
export type EndpointChanges = z.output<typeof updateEndpointBody>;

export const rotateBody = z.object({ immediate: z.boolean().default(false) });
export const testBody = z.object({
  event_type: z.enum(webhookEventTypes).default('session.approved'),
});

const sentences: Readonly<Record<AddressRefusal, string>> = {
  url_invalid: 'is not a URL of a receiver',
  https_required: 'must be https',
  credentials_in_url: 'must carry no user name or password',
  port_not_allowed: 'must use port 443, 80 or one above 1023',
  address_not_public: 'must be a public address',
  name_unresolved: 'must be a name that resolves',
};

/** What can be told without asking the network; the rest is judged at every try. */
export function refuseUnsafeUrl(text: string, allowPrivate: boolean): void {
  if (isMisread(text)) throw invalidField('url', 'url_invalid', sentences.url_invalid);
  const checked = checkUrl(text, { allowPrivate });
  if (!checked.ok) throw invalidField('url', checked.refusal, sentences[checked.refusal]);
}
