import type { AuditAction } from '../../../shared/domain/audit/action';
import type { AuditEntry } from '../../../shared/audit/record-audit';
import type { Environment } from '../../../shared/domain/environment';
import type { OrganizationId } from '../../../shared/domain/ids';
import { whenceOf, type AuditedCall } from './whence';

/** A record of a tenant's, by what an audit record names it. */
export interface Audited {
  readonly id: string;
  readonly organization_id: OrganizationId;
  readonly environment: Environment;
}

/**
 * The audit record of what a call did to a record: who, from where, under which request.
 *
 * @param detail ids, codes and names of fields only
 */
export function auditOf(
  call: AuditedCall,
  row: Audited,
  action: AuditAction,
  at: Date,
  detail: Readonly<Record<string, unknown>> = {},
): AuditEntry {
  return {
    organizationId: row.organization_id,
    environment: row.environment,
    actorKind: call.actor.kind,
    actorId: call.actor.id,
    action,
    resourceId: row.id,
    requestId: call.requestId,
    whence: whenceOf(call),
    detail,
    at,
  };
}
