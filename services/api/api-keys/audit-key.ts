import type { Kysely } from 'kysely';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { ApiKeyRow, Database } from '../../../shared/database/schema';
import { whenceOf, type AuditedCall } from '../http/whence';

export async function auditKey(
  trx: Kysely<Database>,
  call: AuditedCall,
  row: ApiKeyRow,
  what: 'created' | 'updated' | 'expired' | 'cloned',
  at: Date,
): Promise<void> {
  await recordAudit(trx, {
    organizationId: row.organization_id,
    environment: row.environment,
    actorKind: call.actor.kind,
    actorId: call.actor.id,
    action: `api_key.${what}`,
    resourceId: row.id,
    requestId: call.requestId,
    whence: whenceOf(call),
    detail: { scopes: row.scopes },
    at,
  });
}
