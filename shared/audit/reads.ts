import type { Kysely } from 'kysely';
import type { Database } from '../database/schema';
import type { Environment } from '../domain/environment';
import type { ActorKind } from '../database/columns';
import type { ApiKeyId, OrganizationId, UserId } from '../domain/ids';
import type { AuditAction } from '../domain/audit/action';
import type { Whence } from './personal-values';
import { recordAudit } from './record-audit';

/** Reads of one key or user and one resource within so long are one record with a count (`6-data-protection.md`). */
const windowMs = 10 * 60_000;
/** Some process's clock may be behind, and its read still on the way. */
const graceMs = 60_000;
const batchSize = 500;

export interface Read {
  readonly organizationId: OrganizationId;
  readonly environment: Environment;
  readonly actor: { readonly kind: ActorKind; readonly id: ApiKeyId | UserId };
  readonly action: AuditAction;
  /** Null for a list. */
  readonly resourceId: string | null;
  /** Of a list: the names of its filters, never their values. */
  readonly filters: readonly string[];
  readonly requestId: string;
  readonly whence: Whence;
  readonly at: Date;
}

/** Counts a read of personal data, before they leave. */
export async function countRead(db: Kysely<Database>, read: Read): Promise<void> {
  await db
    .insertInto('audit_reads')
    .values({
      organization_id: read.organizationId,
      environment: read.environment,
      actor_kind: read.actor.kind,
      actor_id: read.actor.id,
      action: read.action,
      resource_id: read.resourceId ?? '',
      filters: [...read.filters].sort().join(','),
      window_start: new Date(Math.floor(read.at.getTime() / windowMs) * windowMs),
      reads: 1,
      request_id: read.requestId,
      client_address: read.whence.clientAddress,
      user_agent: read.whence.userAgent,
      first_at: read.at,
      last_at: read.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns([
          'organization_id',
          'environment',
          'actor_id',
          'action',
          'resource_id',
          'filters',
          'window_start',
        ])
        .doUpdateSet((eb) => ({
          reads: eb('audit_reads.reads', '+', 1),
          last_at: eb.ref('excluded.last_at'),
        })),
    )
    .execute();
}

/** Turns counts whose window is over into records; run again, it goes on with what is left. */
export async function recordReads(
  db: Kysely<Database>,
  now: Date,
  heartbeat: () => void = () => undefined,
): Promise<number> {
  const overBefore = new Date(now.getTime() - windowMs - graceMs);
  let recorded = 0;
  for (;;) {
    const count = await recordBatch(db, overBefore);
    heartbeat();
    recorded += count;
    if (count < batchSize) return recorded;
  }
}

async function recordBatch(db: Kysely<Database>, overBefore: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const over = await trx
      .selectFrom('audit_reads')
      .selectAll()
      .where('window_start', '<', overBefore)
      .orderBy('window_start')
      .limit(batchSize)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const row of over) {
      await recordAudit(trx, {
        organizationId: row.organization_id,
        environment: row.environment,
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        action: row.action,
        resourceId: row.resource_id === '' ? null : row.resource_id,
        requestId: row.request_id,
        detail: {
          reads: row.reads,
          first_at: row.first_at.toISOString(),
          last_at: row.last_at.toISOString(),
          ...(row.filters === '' ? {} : { filters: row.filters.split(',') }),
        },
        // Nulled when what was read has been erased since.
        ...(row.client_address === null
          ? {}
          : { whence: { clientAddress: row.client_address, userAgent: row.user_agent } }),
        at: row.last_at,
      });
      await trx
        .deleteFrom('audit_reads')
        .where('organization_id', '=', row.organization_id)
        .where('environment', '=', row.environment)
        .where('actor_id', '=', row.actor_id)
        .where('action', '=', row.action)
        .where('resource_id', '=', row.resource_id)
        .where('filters', '=', row.filters)
        .where('window_start', '=', row.window_start)
        .execute();
    }
    return over.length;
  });
}
