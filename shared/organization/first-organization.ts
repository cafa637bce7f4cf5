import type { Kysely, Transaction } from 'kysely';
import { insertApiKey } from '../auth/insert-api-key';
import { scopes } from '../domain/auth/scopes';
import type { Owned } from '../database/columns';
import type { Database } from '../database/schema';
import type { Environment } from '../domain/environment';
import { defaultWorkflow, documentAndSelfieWorkflow } from '../domain/graph/default-workflow';
import type { WorkflowDefinition } from '../domain/graph/definition';
import type { Plan } from '../domain/limits/plan';
import { newId, type OrganizationId, type WorkflowId } from '../domain/ids';

export interface FirstOrganization {
  readonly organizationId: OrganizationId;
  /** The keys themselves: told now, kept as hashes. */
  readonly liveKey: string;
  readonly sandboxKey: string;
  /** The live workflow for capture by API. */
  readonly documentAndSelfieId: WorkflowId;
  /** The sandbox has one of its own. */
  readonly sandboxDocumentAndSelfieId: WorkflowId;
}

/** A new organisation that works at once: each environment with a default workflow, one for capture by API, a key. */
export async function bootstrapOrganization(
  db: Kysely<Database>,
  clock: () => Date,
  name = 'First organisation',
  /** Whoever runs the service for themselves is held to no limit. */
  plan: Plan = 'unlimited',
): Promise<FirstOrganization> {
  const now = clock();
  const organizationId = newId('organization');
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('organizations')
      .values({ id: organizationId, name, plan, created_at: now })
      .execute();
    const live = await bootstrapEnvironment(trx, organizationId, 'live', now);
    const sandbox = await bootstrapEnvironment(trx, organizationId, 'sandbox', now);
    return {
      organizationId,
      liveKey: live.key,
      sandboxKey: sandbox.key,
      documentAndSelfieId: live.documentAndSelfieId,
      sandboxDocumentAndSelfieId: sandbox.documentAndSelfieId,
    };
  });
}

async function bootstrapEnvironment(
  trx: Transaction<Database>,
  organizationId: OrganizationId,
  environment: Environment,
  now: Date,
): Promise<{ readonly key: string; readonly documentAndSelfieId: WorkflowId }> {
  const owner: Owned = { organization_id: organizationId, environment };
  await insertWorkflow(trx, owner, now, {
    name: 'Document, selfie and liveness',
    isDefault: true,
    definition: defaultWorkflow,
  });
  const documentAndSelfieId = await insertWorkflow(trx, owner, now, {
    name: 'Document and selfie',
    isDefault: false,
    definition: documentAndSelfieWorkflow,
  });
  const key = await insertApiKey(
    trx,
    { organizationId, environment, label: `First ${environment} key`, scopes },
    now,
  );
  return { key, documentAndSelfieId };
}

async function insertWorkflow(
  trx: Transaction<Database>,
  owner: Owned,
  now: Date,
  workflow: {
    readonly name: string;
    readonly isDefault: boolean;
    readonly definition: WorkflowDefinition;
  },
): Promise<WorkflowId> {
  const id = newId('workflow');
  await trx
    .insertInto('workflows')
    .values({
      id,
      ...owner,
      name: workflow.name,
      is_default: workflow.isDefault,
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
      definition: JSON.stringify(workflow.definition),
      created_at: now,
    })
    .execute();
  return id;
}
