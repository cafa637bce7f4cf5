import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { idPrefixes, type EventId } from '../../shared/domain/ids';
import { newDelivery } from '../../shared/domain/delivery/delivery';
import { startedRoundOf, statusOf } from '../../shared/webhooks/move-deliveries';

const batchSize = 500;

export interface Dispatched {
  /** Events taken out of the outbox. */
  readonly events: number;
  /** Delivery rows made of them. */
  readonly deliveries: number;
  /** A full batch: there may be more. */
  readonly isFull: boolean;
}

/**
 * Turns the oldest events of the outbox into one delivery row per endpoint that wants them, by one statement:
 * after it every delivery that is owed is a row. Safe from several processes at once. A test event names its
 * endpoint; others go to all of their organisation and environment that take their type.
 *
 * A delivery's id is made of its event's and its endpoint's, so that the rows need no round trip.
 */
export async function dispatchEvents(
  db: Kysely<Database>,
  now: Date,
  { only, except = [] }: { readonly only?: EventId; readonly except?: readonly EventId[] } = {},
): Promise<Dispatched> {
  const [toEnabled, toDisabled] = [newDelivery({ enabled: true }), newDelivery({ enabled: false })];
  const { rows } = await sql<{ events: number; deliveries: number }>`
    WITH taken AS (
      DELETE FROM outbox WHERE position IN (
        SELECT position FROM outbox
        WHERE event_id <> ALL (${except}::text[])
          ${only === undefined ? sql`` : sql`AND event_id = ${only}`}
        ORDER BY position LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
      RETURNING event_id),
    made AS (
      INSERT INTO webhook_deliveries (id, organization_id, environment, event_id, endpoint_id,
        session_id, event_type, status, round, started_round, tries, created_at, updated_at)
      SELECT ${sql.lit(idPrefixes.webhookDelivery)} || substr(event.id, 5, 10)
          || substr(md5(event.id || endpoint.id), 1, 16),
        event.organization_id, event.environment, event.id, endpoint.id, event.session_id,
        event.type,
        CASE WHEN endpoint.enabled THEN ${sql.lit(statusOf(toEnabled))}
          ELSE ${sql.lit(statusOf(toDisabled))} END,
        ${sql.lit(toEnabled.round)}, ${sql.lit(startedRoundOf(toEnabled))}, 0, ${now}, ${now}
      FROM taken
      JOIN events AS event ON event.id = taken.event_id
      JOIN webhook_endpoints AS endpoint
        ON endpoint.organization_id = event.organization_id
        AND endpoint.environment = event.environment
        AND endpoint.deleted_at IS NULL
        AND CASE WHEN event.is_test THEN endpoint.id = event.data ->> 'endpoint_id'
          ELSE endpoint.enabled_events && ARRAY['*', event.type] END
      ON CONFLICT (event_id, endpoint_id) DO NOTHING
      RETURNING 1)
    SELECT (SELECT count(*)::integer FROM taken) AS events,
      (SELECT count(*)::integer FROM made) AS deliveries`.execute(db);
  const { events, deliveries } = rows[0] ?? { events: 0, deliveries: 0 };
  return { events, deliveries, isFull: events === batchSize };
}

/** What the next batch would be made of. */
export async function undispatched(
  db: Kysely<Database>,
  except: readonly EventId[],
): Promise<readonly EventId[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('event_id')
    .$if(except.length > 0, (query) => query.where('event_id', 'not in', except))
    .orderBy('position')
    .limit(batchSize)
    .execute();
  return rows.map((row) => row.event_id);
}
