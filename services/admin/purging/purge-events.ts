import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import { deleteDeliveries } from './purge-deliveries';
import {
  countOf,
  idBefore,
  inBatches,
  isOfNoOpenSession,
  lockBatch,
  type Purge,
  type PurgePart,
} from './purge-part';

/**
 * Events with their deliveries. One stays while it is to be dispatched or still being delivered, and so does
 * the last of each environment's feed: the next numbers follow from it.
 */
export const purgeEvents: PurgePart = {
  leastDays: 30,
  count: (purge) => countOf(purge, sql`SELECT FROM ${due(purge)}`),
  purge: (purge) =>
    inBatches(purge, 'evt_', (after) =>
      purge.db.transaction().execute(async (trx) => {
        // Under this lock no delivery of them comes: its reference would wait.
        const ids = await lockBatch(trx, purge, due(purge), 'e', after);
        return { last: ids.at(-1), gone: await deleteDecided(trx, ids, purge) };
      }),
    ),
};

function due({ organizationId, before }: Purge): RawBuilder<unknown> {
  return sql`events e WHERE e.organization_id = ${organizationId}
    AND e.created_at < ${before} AND e.id < ${idBefore('evt_', before)}
    AND ${isOfNoOpenSession('e', before)}
    AND NOT EXISTS (SELECT FROM outbox o WHERE o.event_id = e.id)
    AND NOT EXISTS (SELECT FROM webhook_deliveries d
      WHERE d.event_id = e.id AND (d.status = 'pending' OR d.updated_at >= ${before}))
    AND e.feed_position IS DISTINCT FROM (SELECT max(fed.feed_position) FROM events fed
      WHERE fed.organization_id = e.organization_id AND fed.environment = e.environment
        AND fed.feed_position IS NOT NULL)`;
}

/** A retry by hand may have come before our lock: what it moved stays, with its event. */
async function deleteDecided(
  trx: Transaction<Database>,
  eventIds: readonly string[],
  { before }: Purge,
): Promise<number> {
  const { rows: deliveries } = await sql<{ id: string; event_id: string; is_decided: boolean }>`
    SELECT id, event_id, status <> 'pending' AND updated_at < ${before} AS is_decided
    FROM webhook_deliveries WHERE event_id = ANY (${eventIds}::text[]) FOR UPDATE`.execute(trx);
  const stay = new Set(
    deliveries.filter((one) => !one.is_decided).map(({ event_id: eventId }) => eventId),
  );
  const going = eventIds.filter((id) => !stay.has(id));
  await deleteDeliveries(
    trx,
    deliveries.filter((one) => !stay.has(one.event_id)).map(({ id }) => id),
  );
  await sql`DELETE FROM events WHERE id = ANY (${going}::text[])`.execute(trx);
  return going.length;
}
