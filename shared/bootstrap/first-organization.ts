import type { Kysely, Transaction } from 'kysely';
import { newApiKey } from '../auth/api-key';
import { scopes } from '../auth/scopes';
import type { Database, Environment } from '../database/schema';
import { defaultWorkflow } from '../graph/default-workflow';
import { newId, type OrganizationId } from '../ids';

export interface FirstOrganization {
  readonly organizationId: OrganizationId;
  /** The keys themselves: told now, kept as hashes. */
  readonly liveKey: string;
  readonly sandboxKey: string;
}

/** A new organisation that works at once: a default workflow and one key of each environment. */
export async function bootstrapOrganization(
  db: Kysely<Database>,
  clock: () => Date,
  name = 'First organisation',
): Promise<FirstOrganization> {
  const now = clock();
  const organizationId = newId('organization');
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('organizations')
      .values({ id: organizationId, name, settings: '{}', created_at: now })
      .execute();
    await insertDefaultWorkflow(trx, organizationId, now);
    const liveKey = await insertKey(trx, organizationId, 'live', now);
    const sandboxKey = await insertKey(trx, organizationId, 'sandbox', now);
    return { organizationId, liveKey, sandboxKey };
  });
}

async function insertDefaultWorkflow(
  trx: Transaction<Database>,
  organizationId: OrganizationId,
  now: Date,
): Promise<void> {
  const id = newId('workflow');
  await trx
    .insertInto('workflows')
    .values({
      id,
      organization_id: organizationId,
      name: 'Document and selfie',
      is_default: true,
      active: true,
      current_version: 1,
      created_at: now,
    })
    .execute();
  await trx
    .insertInto('workflow_versions')
    .values({
      workflow_id: id,
      version: 1,
      definition: JSON.stringify(defaultWorkflow),
      created_at: now,
    })
    .execute();
}

async function insertKey(
  trx: Transaction<Database>,
  organizationId: OrganizationId,
  environment: Environment,
  now: Date,
): Promise<string> {
  const { key, prefix, hash } = newApiKey(environment);
  await trx
    .insertInto('api_keys')
    .values({
      id: newId('apiKey'),
      organization_id: organizationId,
      environment,
      prefix,
      key_hash: hash,
      label: `First ${environment} key`,
      scopes: [...scopes],
      ip_allow_list: null,
      created_at: now,
    })
    .execute();
  return key;
}
