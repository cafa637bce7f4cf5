import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Database } from '../../../shared/database/schema';
import { auditOf } from '../http/audit-of';
import type { AuditedCall } from '../http/whence';
import type { WorkflowRow } from './find-workflow';

type What = 'created' | 'updated' | 'made_default' | 'deactivated';

export async function auditWorkflow(
  trx: Kysely<Database>,
  call: AuditedCall,
  row: Pick<WorkflowRow, 'id' | 'organization_id' | 'environment' | 'current_version'>,
  what: What,
  at: Date,
): Promise<void> {
  await recordAudit(
    trx,
    auditOf(call, row, `workflow.${what}`, at, { version: row.current_version }),
  );
}
