import type { Kysely } from 'kysely';
import { sealContext } from '../../../shared/crypto/session-key';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database, WebhookEndpointRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/errors/verifa-error';
import { isId, type WebhookEndpointId } from '../../../shared/ids';
import type { Caller } from '../http/call';

/** The caller's endpoint, or 404: another's and a deleted one are not there. */
export async function findEndpoint(
  db: Kysely<Database>,
  caller: Caller,
  id: string,
): Promise<WebhookEndpointRow> {
  if (!isId('webhookEndpoint', id)) throw new VerifaError('not_found');
  const row = await db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw new VerifaError('not_found');
  return row;
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

export interface EndpointView {
  readonly id: WebhookEndpointId;
  readonly url: string;
  readonly label: string | null;
  readonly description: string | null;
  readonly enabled: boolean;
  readonly disabled_reason: string | null;
  readonly enabled_events: readonly string[];
  readonly attribute_blocklist: readonly string[];
  readonly api_version: string;
  readonly key_inflection: WebhookEndpointRow['key_inflection'];
  readonly ed25519_signature: boolean;
  readonly environment: WebhookEndpointRow['environment'];
  readonly created_at: string;
  readonly updated_at: string;
}

export function endpointView(row: WebhookEndpointRow): EndpointView {
  return {
    id: row.id,
    url: row.url,
    label: row.label,
    description: row.description,
    enabled: row.enabled,
    disabled_reason: row.disabled_reason,
    enabled_events: row.enabled_events,
    attribute_blocklist: row.attribute_blocklist,
    api_version: row.api_version,
    key_inflection: row.key_inflection,
    ed25519_signature: row.ed25519_signature,
    environment: row.environment,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
