import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { ApiKeyRow, Database } from '../../../shared/database/schema';
import { auditOf } from '../http/audit-of';
import type { AuditedCall } from '../http/whence';

export async function auditKey(
  trx: Kysely<Database>,
  call: AuditedCall,
  row: ApiKeyRow,
  what: 'created' | 'updated' | 'expired' | 'cloned',
  at: Date,
): Promise<void> {
  await recordAudit(trx, auditOf(call, row, `api_key.${what}`, at, { scopes: row.scopes }));
}
