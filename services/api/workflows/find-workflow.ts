import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import type { WorkflowsTable } from '../../../shared/database/organization-tables';
import type { Database } from '../../../shared/database/schema';
import { notFound } from '../../../shared/domain/errors/not-found';
import { isId } from '../../../shared/domain/ids';
import type { Caller } from '../http/caller';

export type WorkflowRow = Selectable<WorkflowsTable>;

export const workflowParams = z.object({ id: z.string() });

/** Workflows belong to an environment; the other's are unknown. */
export async function findWorkflow(
  db: Kysely<Database>,
  caller: Caller,
  id: string,
): Promise<WorkflowRow> {
  return owned(db, caller, id).executeTakeFirstOrThrow(notFound);
}

export async function lockWorkflow(
  trx: Transaction<Database>,
  caller: Caller,
  id: string,
): Promise<WorkflowRow> {
  return owned(trx, caller, id).forUpdate().executeTakeFirstOrThrow(notFound);
}

function owned(db: Kysely<Database>, caller: Caller, id: string) {
  return db
    .selectFrom('workflows')
    .selectAll()
    .where('id', '=', isId('workflow', id) ? id : 'wfl_')
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment);
}
