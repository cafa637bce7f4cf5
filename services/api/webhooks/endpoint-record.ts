import type { Kysely } from 'kysely';
import { z } from 'zod';
import { sealContext } from '../../../shared/crypto/session-key';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database, WebhookEndpointRow } from '../../../shared/database/schema';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId, type WebhookEndpointId } from '../../../shared/domain/ids';
import { keyInflections } from '../../../shared/wire/key-casing';
import { environment, idOf, instantText } from '../http/answer-values';
import type { Caller } from '../http/caller';

/** The caller's endpoint, or 404: another's and a deleted one are not there. */
export async function findEndpoint(
  db: Kysely<Database>,
  caller: Caller,
  id: string,
): Promise<WebhookEndpointRow> {
  if (!isId('webhookEndpoint', id)) throw new VerifaError('not_found');
  return db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow(notFound);
}

export function sealSecret(keyring: Keyring, id: WebhookEndpointId, secret: string): Buffer {
  return keyring.sealForService(sealContext.webhookSecret(id), Buffer.from(secret, 'utf8'));
}

export function openSecret(
  keyring: Keyring,
  row: Pick<WebhookEndpointRow, 'id' | 'secret_sealed'>,
): string {
  return keyring.openForService(sealContext.webhookSecret(row.id), row.secret_sealed).toString();
}

export const endpointObject = z
  .strictObject({
    id: idOf('webhookEndpoint'),
    url: z.string(),
    label: z.string().nullable(),
    description: z.string().nullable(),
    enabled: z.boolean(),
    disabled_reason: z.string().nullable(),
    enabled_events: z.array(z.string()).readonly(),
    /** The same, by its published name. */
    events: z.array(z.string()).readonly(),
    attribute_blocklist: z.array(z.string()).readonly(),
    api_version: z.string(),
    key_inflection: z.enum(keyInflections),
    ed25519_signature: z.boolean(),
    environment,
    created_at: instantText,
    updated_at: instantText,
  })
  .meta({ id: 'WebhookEndpoint' });
export type EndpointView = z.output<typeof endpointObject>;

/** At creation and rotation only. */
export const endpointWithSecret = z
  .strictObject({ ...endpointObject.shape, secret: z.string() })
  .meta({ id: 'WebhookEndpointWithSecret' });

export function endpointView(row: WebhookEndpointRow): EndpointView {
  return {
    id: row.id,
    url: row.url,
    label: row.label,
    description: row.description,
    enabled: row.enabled,
    disabled_reason: row.disabled_reason,
    enabled_events: row.enabled_events,
    events: row.enabled_events,
    attribute_blocklist: row.attribute_blocklist,
    api_version: row.api_version,
    key_inflection: row.key_inflection,
    ed25519_signature: row.ed25519_signature,
    environment: row.environment,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
