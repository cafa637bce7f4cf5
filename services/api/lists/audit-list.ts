import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Database } from '../../../shared/database/schema';
import { auditOf } from '../http/audit-of';
import type { AuditedCall } from '../http/whence';
import type { ListRow } from './find-list';

type What = 'created' | 'updated' | 'deleted' | 'items_added' | 'item_deleted' | 'items_exported';

/** `detail` holds ids and counts: a name of a list may say whom it is about. */
export async function auditList(
  db: Kysely<Database>,
  call: AuditedCall,
  row: Pick<ListRow, 'id' | 'organization_id' | 'environment'>,
  what: What,
  at: Date,
  detail: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await recordAudit(db, auditOf(call, row, `list.${what}`, at, detail));
}
