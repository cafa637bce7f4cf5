import type { Insertable, Kysely } from 'kysely';
import type { AuditTable, Database } from '../database/schema';
import type { Environment } from '../domain/environment';
import { newId, type AuditId, type OrganizationId } from '../domain/ids';
import type { AuditAction } from '../domain/audit/action';
import { committed, type Whence } from './personal-values';

export interface AuditEntry {
  /** Of what has one already; default: a new one. */
  readonly id?: AuditId;
  readonly organizationId: OrganizationId;
  readonly environment: Environment | null;
  readonly actorKind: AuditTable['actor_kind'];
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly resourceId: string | null;
  readonly requestId: string | null;
  /** Ids and codes only. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Nulled when what the row is about is erased. */
  readonly whence?: Whence;
  readonly at: Date;
}

/** Written in the transaction of what it tells, so that neither is without the other. */
export async function recordAudit(trx: Kysely<Database>, entry: AuditEntry): Promise<void> {
  await trx.insertInto('audit').values(auditRow(entry)).execute();
}

export function auditRow(entry: AuditEntry): Insertable<AuditTable> {
  return {
    id: entry.id ?? newId('audit'),
    organization_id: entry.organizationId,
    environment: entry.environment,
    actor_kind: entry.actorKind,
    actor_id: entry.actorId,
    action: entry.action,
    resource_id: entry.resourceId,
    request_id: entry.requestId,
    detail: JSON.stringify(entry.detail ?? {}),
    ...(entry.whence === undefined ? {} : committed(entry.whence)),
    at: entry.at,
  };
}
