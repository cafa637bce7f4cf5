import type { Kysely } from 'kysely';
import { recordAudit, type AuditEntry } from '../../../shared/audit/record-audit';
import type { Database } from '../../../shared/database/schema';
import { auditOf, type Audited } from '../http/audit-of';
import type { AuditedCall } from '../http/whence';

type What = 'created' | 'updated' | 'tags_changed' | 'stream_token_created';

/** Changes of a session that are no transition, in the transaction of what it tells. */
export async function auditSession(
  db: Kysely<Database>,
  call: AuditedCall,
  session: Audited,
  what: What,
  at: Date,
  /** Ids, codes and names of fields only. */
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await recordAudit(db, sessionAudit(call, session, what, at, detail));
}

/** The same, to be written together with what it tells. */
export function sessionAudit(
  call: AuditedCall,
  session: Audited,
  what: What,
  at: Date,
  detail: Readonly<Record<string, unknown>> = {},
): AuditEntry {
  return auditOf(call, session, `session.${what}`, at, detail);
}
