import type { Kysely } from 'kysely';
import type { Database, Environment } from '../database/schema';
import { newId, type OrganizationId } from '../ids';
import { newApiKey } from './api-key';
import type { Scope } from './scopes';

export interface ApiKeyWish {
  readonly organizationId: OrganizationId;
  readonly environment: Environment;
  readonly label: string;
  readonly scopes: readonly Scope[];
}

/** Answers with the key itself: told now, kept as a hash. */
export async function insertApiKey(
  db: Kysely<Database>,
  { organizationId, environment, label, scopes }: ApiKeyWish,
  now: Date,
): Promise<string> {
  const { key, prefix, hash } = newApiKey(environment);
  await db
    .insertInto('api_keys')
    .values({
      id: newId('apiKey'),
      organization_id: organizationId,
      environment,
      prefix,
      key_hash: hash,
      label,
      scopes: [...scopes],
      ip_allow_list: null,
      created_at: now,
    })
    .execute();
  return key;
}
