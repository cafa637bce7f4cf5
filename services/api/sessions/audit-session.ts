import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { whenceOf, type AuditedCall } from '../http/whence';

type What = 'created' | 'updated' | 'tags_changed' | 'stream_token_created';

/** Changes of a session that are no transition, in the transaction of what it tells. */
export async function auditSession(
  db: Kysely<Database>,
  call: AuditedCall,
  session: Pick<SessionRow, 'id' | 'organization_id' | 'environment'>,
  what: What,
  at: Date,
  /** Ids, codes and names of fields only. */
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await recordAudit(db, {
    organizationId: session.organization_id,
    environment: session.environment,
    actorKind: call.actor.kind,
    actorId: call.actor.id,
    action: `session.${what}`,
    resourceId: session.id,
    requestId: call.requestId,
    whence: whenceOf(call),
    detail,
    at,
  });
}
