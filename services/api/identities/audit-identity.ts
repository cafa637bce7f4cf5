import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Database, IdentityRow } from '../../../shared/database/schema';
import { auditOf } from '../http/audit-of';
import type { AuditedCall } from '../http/whence';

type What =
  | 'created'
  | 'updated'
  | 'archived'
  | 'restored'
  | 'redacted'
  | 'erasure_asked'
  | 'exported'
  | 'merged';

/** Every write, and every look at the whole record, in the transaction of what it tells. */
export async function auditIdentity(
  db: Kysely<Database>,
  call: AuditedCall,
  row: Pick<IdentityRow, 'id' | 'organization_id' | 'environment'>,
  what: What,
  at: Date,
): Promise<void> {
  await recordAudit(db, auditOf(call, row, `identity.${what}`, at));
}
