import type { Kysely } from 'kysely';
import type { ApiKeyRow, Database } from '../database/schema';
import type { Environment } from '../domain/environment';
import { newId, type ApiKeyId, type OrganizationId } from '../domain/ids';
import { newApiKey } from './api-key';
import type { Scope } from '../domain/auth/scopes';

export interface ApiKeyWish {
  /** Default: a new one. */
  readonly id?: ApiKeyId;
  readonly organizationId: OrganizationId;
  readonly environment: Environment;
  readonly label: string;
  readonly scopes: readonly Scope[];
  /** CIDRs and addresses it may be used from. Default: any. */
  readonly ipAllowList?: readonly string[] | null;
  /** Default: never. */
  readonly expiresAt?: Date | null;
  /** Default: whatever is current. */
  readonly apiVersion?: string | null;
}

/** Answers with the key itself: told now, kept as a hash. */
export async function insertApiKey(
  db: Kysely<Database>,
  wish: ApiKeyWish,
  now: Date,
): Promise<string> {
  return (await insertApiKeyRow(db, wish, now)).key;
}

export async function insertApiKeyRow(
  db: Kysely<Database>,
  wish: ApiKeyWish,
  now: Date,
): Promise<{ readonly key: string; readonly row: ApiKeyRow }> {
  const { organizationId, environment, label, scopes, ipAllowList, expiresAt } = wish;
  const { key, prefix, hash } = newApiKey(environment);
  const row = await db
    .insertInto('api_keys')
    .values({
      id: wish.id ?? newId('apiKey'),
      organization_id: organizationId,
      environment,
      prefix,
      key_hash: hash,
      label,
      scopes: [...scopes],
      ip_allow_list: ipAllowList == null ? null : [...ipAllowList],
      expires_at: expiresAt ?? null,
      api_version: wish.apiVersion ?? null,
      created_at: now,
    })
    // A holder of the Idempotency-Key that died behind its commit told nobody the secret: it is replaced.
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ prefix, key_hash: hash }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return { key, row };
}
