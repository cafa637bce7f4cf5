import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Database } from '../../../shared/database/schema';
import type { Call } from '../http/call';
import type { WorkflowRow } from './find-workflow';

type What = 'created' | 'updated' | 'made_default' | 'deactivated';

export async function auditWorkflow(
  trx: Kysely<Database>,
  { actor, requestId }: Pick<Call<unknown, unknown, unknown>, 'actor' | 'requestId'>,
  row: Pick<WorkflowRow, 'id' | 'organization_id' | 'current_version'>,
  what: What,
  at: Date,
): Promise<void> {
  await recordAudit(trx, {
    organizationId: row.organization_id,
    // A workflow serves both environments.
    environment: null,
    actorKind: actor.kind,
    actorId: actor.id,
    action: `workflow.${what}`,
    resourceId: row.id,
    requestId,
    detail: { version: row.current_version },
    at,
  });
}
