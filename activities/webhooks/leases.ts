import { sql, type Kysely } from 'kysely';
import type { Database, WebhookDeliveryRow } from '../../shared/database/schema';
import type { WebhookDeliveryId } from '../../shared/domain/ids';
import { notifyDispatchers } from '../../shared/outbox/notice';
import { deliveryMove, leaseEnd, type Lease } from '../../shared/webhooks/move-deliveries';

/** What a workflow is started with. */
export type LeasedDelivery = Pick<
  WebhookDeliveryRow,
  'id' | 'endpoint_id' | 'event_type' | 'round' | 'not_before'
>;

/** For tries that take longer than a lease: their dispatcher is alive. */
export async function renewLeases(
  db: Kysely<Database>,
  lease: Lease,
  ids: readonly WebhookDeliveryId[],
): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ leased_until: leaseEnd(lease.ms) })
    .where(sql<boolean>`id = ANY (${ids}::text[])`)
    .where('leased_by', '=', lease.owner)
    .execute();
}

/** Of a dispatcher that stops: another takes them over at once. */
export async function giveBackLeases(
  db: Kysely<Database>,
  owner: string,
  ids: readonly WebhookDeliveryId[],
): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('webhook_deliveries')
      .set({ leased_until: sql<Date>`clock_timestamp()` })
      .where(sql<boolean>`id = ANY (${ids}::text[])`)
      .where('leased_by', '=', owner)
      .execute();
    await notifyDispatchers(trx, { kind: 'deliveries' });
  });
}

/**
 * Takes over what a dispatcher left behind: it was killed, or could not start the workflow. Their first tries
 * were begun, so each goes on as a workflow: one that killed its process does so alone the next time.
 */
export async function takeLapsedLeases(
  db: Kysely<Database>,
  lease: Lease,
  { except, limit }: { readonly except: readonly WebhookDeliveryId[]; readonly limit: number },
): Promise<readonly LeasedDelivery[]> {
  return db
    .updateTable('webhook_deliveries')
    .set({ leased_by: lease.owner, leased_until: leaseEnd(lease.ms) })
    .where('id', 'in', (query) =>
      query
        .selectFrom('webhook_deliveries')
        .select('id')
        .where('leased_until', '<', sql<Date>`clock_timestamp()`)
        .where(sql<boolean>`id <> ALL (${except}::text[])`)
        .orderBy('leased_until')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'endpoint_id', 'event_type', 'round', 'not_before'])
    .execute();
}

/**
 * Their workflows run.
 *
 * @returns those that were decided meanwhile: their endpoint was closed, and what was started for them is to end
 */
export async function markHandedOver(
  db: Kysely<Database>,
  started: readonly LeasedDelivery[],
): Promise<readonly WebhookDeliveryId[]> {
  if (started.length === 0) return [];
  const { set, where } = deliveryMove('handed_to_workflow');
  const rounds = sql<{ id: WebhookDeliveryId; round: number }>`unnest(
    ${started.map(({ id }) => id)}::text[], ${started.map(({ round }) => round)}::integer[]
  )`.as<'started'>(sql`started (id, round)`);
  const marked = await db
    .updateTable('webhook_deliveries')
    .set(set)
    .from(rounds)
    .whereRef('webhook_deliveries.id', '=', 'started.id')
    .whereRef('webhook_deliveries.round', '=', 'started.round')
    .where(where)
    .returning('webhook_deliveries.id')
    .execute();
  if (marked.length === started.length) return [];
  const decided = await db
    .selectFrom('webhook_deliveries')
    .innerJoin(rounds, (join) =>
      join
        .onRef('webhook_deliveries.id', '=', 'started.id')
        .onRef('webhook_deliveries.round', '=', 'started.round'),
    )
    .select('webhook_deliveries.id')
    .where('status', '!=', 'pending')
    .execute();
  return decided.map(({ id }) => id);
}
