import type { Kysely, Transaction } from 'kysely';
import { insertApiKey } from '../auth/insert-api-key';
import { scopes } from '../auth/scopes';
import type { Database, Environment } from '../database/schema';
import { defaultWorkflow, documentAndSelfieWorkflow } from '../graph/default-workflow';
import type { WorkflowDefinition } from '../graph/definition';
import type { Plan } from '../limits/plan';
import { newId, type OrganizationId, type WorkflowId } from '../ids';

export interface FirstOrganization {
  readonly organizationId: OrganizationId;
  /** The keys themselves: told now, kept as hashes. */
  readonly liveKey: string;
  readonly sandboxKey: string;
  /** The workflow for capture by API. */
  readonly documentAndSelfieId: WorkflowId;
}

/** A new organisation that works at once: a default workflow, one for capture by API, a key of each environment. */
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
      .values({ id: organizationId, name, settings: '{}', plan, created_at: now })
      .execute();
    await insertWorkflow(trx, organizationId, now, {
      name: 'Document, selfie and liveness',
      isDefault: true,
      definition: defaultWorkflow,
    });
    const documentAndSelfieId = await insertWorkflow(trx, organizationId, now, {
      name: 'Document and selfie',
      isDefault: false,
      definition: documentAndSelfieWorkflow,
    });
    const firstKey = (environment: Environment): Promise<string> =>
      insertApiKey(
        trx,
        { organizationId, environment, label: `First ${environment} key`, scopes },
        now,
      );
    const liveKey = await firstKey('live');
    const sandboxKey = await firstKey('sandbox');
    return { organizationId, liveKey, sandboxKey, documentAndSelfieId };
  });
}

async function insertWorkflow(
  trx: Transaction<Database>,
  organizationId: OrganizationId,
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
      organization_id: organizationId,
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
