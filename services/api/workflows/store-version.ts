import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { WorkflowDefinition } from '../../../shared/domain/graph/definition';
import type { WorkflowId } from '../../../shared/domain/ids';

/** Versions are immutable: an edit is a new row, and sessions that were judged keep theirs. */
export async function storeVersion(
  trx: Transaction<Database>,
  workflowId: WorkflowId,
  version: number,
  definition: WorkflowDefinition,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('workflow_versions')
    .values({
      workflow_id: workflowId,
      version,
      definition: JSON.stringify(definition),
      created_at: at,
    })
    .execute();
}

export async function readVersion(
  db: Kysely<Database>,
  workflowId: WorkflowId,
  version: number,
): Promise<WorkflowDefinition> {
  const { definition } = await db
    .selectFrom('workflow_versions')
    .select('definition')
    .where('workflow_id', '=', workflowId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return definition;
}
