import { sql, type Kysely } from 'kysely';
import type { Database, WebhookDeliveryRow } from '../../shared/database/schema';
import { deliveryMove, setClause, type Lease } from '../../shared/webhooks/move-deliveries';
import { interrupted, type TriedEndpoint } from './begun-try';
import type { Room } from './endpoint-traffic';

/** Endpoints looked at in one round; the next round goes on behind them. */
const endpointsLookedAt = 200;

export interface TakeWish {
  readonly lease: Lease;
  readonly now: Date;
  /** Tries in all, and of each endpoint that `rooms` says nothing of. */
  readonly limit: number;
  readonly perEndpoint: number;
  readonly rooms: readonly Room[];
  /** Endpoints behind this one come first; '' begins at the first. */
  readonly after: string;
}

/** A delivery that this dispatcher leased, its first try begun. */
export interface TakenTry {
  readonly delivery: Pick<WebhookDeliveryRow, 'id' | 'event_id' | 'event_type' | 'round'>;
  readonly endpoint: TriedEndpoint;
  readonly tries: { readonly failed: number; readonly interrupted: number };
}

export interface Taking {
  readonly taken: readonly TakenTry[];
  /** Where the next round begins: '' unless there were more endpoints than one round looks at. */
  readonly next: string;
}

type TakenRow = TriedEndpoint & {
  readonly last: string | null;
  readonly looked: number;
  readonly delivery_id: WebhookDeliveryRow['id'] | null;
  readonly event_id: WebhookDeliveryRow['event_id'];
  readonly event_type: WebhookDeliveryRow['event_type'];
  readonly round: number;
  readonly failed: number;
  readonly interrupted: number;
};

/**
 * Leases what is due, a few of each endpoint, and writes each one's first try: one statement, whose cost follows
 * what it takes. The index is stepped from endpoint to endpoint, so that one which takes nothing now costs a
 * step however much is owed to it. Retries by hand go first, even to an endpoint that rests.
 */
export async function takeFirstTries(db: Kysely<Database>, wish: TakeWish): Promise<Taking> {
  const { lease, now, limit, perEndpoint, rooms, after } = wish;
  const move = deliveryMove('first_try_taken', lease);
  const nextEndpoint = (behind: ReturnType<typeof sql>) => sql`
    SELECT endpoint_id FROM webhook_deliveries
    WHERE ${move.where} AND endpoint_id > ${behind} ORDER BY endpoint_id LIMIT 1`;
  const { rows } = await sql<TakenRow>`
    WITH RECURSIVE waiting (endpoint_id, nth) AS (
      SELECT first.endpoint_id, 1 FROM (${nextEndpoint(sql`${after}::text`)}) AS first
      UNION ALL
      SELECT next.endpoint_id, waiting.nth + 1 FROM waiting
      CROSS JOIN LATERAL (${nextEndpoint(sql`waiting.endpoint_id`)}) AS next
      WHERE waiting.nth < ${endpointsLookedAt}),
    picked AS MATERIALIZED (
      SELECT due.id FROM waiting
      JOIN webhook_endpoints AS endpoint ON endpoint.id = waiting.endpoint_id AND endpoint.enabled
      LEFT JOIN unnest(
        ${rooms.map((room) => room.endpointId)}::text[],
        ${rooms.map((room) => room.places)}::integer[],
        ${rooms.map((room) => room.isResting)}::boolean[]
      ) AS room (endpoint_id, places, is_resting) ON room.endpoint_id = waiting.endpoint_id
      CROSS JOIN LATERAL (
        SELECT id FROM webhook_deliveries
        WHERE ${move.where} AND endpoint_id = waiting.endpoint_id
          AND round > CASE WHEN room.is_resting THEN 1 ELSE 0 END
        ORDER BY round DESC, id
        LIMIT coalesce(room.places, ${perEndpoint}) FOR UPDATE SKIP LOCKED) AS due
      LIMIT ${limit}),
    begun AS (
      UPDATE webhook_deliveries SET ${setClause(move)}, tries = tries + 1, updated_at = ${now}
      FROM picked WHERE webhook_deliveries.id = picked.id AND ${move.where}
      RETURNING webhook_deliveries.id, event_id, endpoint_id, event_type, round),
    counted AS MATERIALIZED (
      SELECT begun.*, before.failed, before.interrupted FROM begun
      CROSS JOIN LATERAL (
        SELECT
          count(*) FILTER (WHERE error_code IS DISTINCT FROM ${interrupted})::integer AS failed,
          count(*) FILTER (WHERE error_code = ${interrupted})::integer AS interrupted
        FROM webhook_tries WHERE delivery_id = begun.id AND round = begun.round) AS before),
    written AS (
      INSERT INTO webhook_tries (delivery_id, round, try_number, error_code, duration_ms, at)
      SELECT id, round, failed + interrupted + 1, ${interrupted}, 0, ${now} FROM counted)
    SELECT place.last, place.looked, counted.id AS delivery_id, counted.event_id,
      counted.event_type, counted.round, counted.failed, counted.interrupted, endpoint.id,
      endpoint.url, endpoint.ed25519_signature, endpoint.secret_sealed,
      endpoint.previous_secret_sealed, endpoint.previous_secret_until,
      endpoint.attribute_blocklist, endpoint.key_inflection
    FROM (SELECT max(endpoint_id) AS last, count(*)::integer AS looked FROM waiting) AS place
    LEFT JOIN (counted JOIN webhook_endpoints AS endpoint ON endpoint.id = counted.endpoint_id)
      ON true`.execute(db);
  const [place] = rows;
  const isMore = place !== undefined && place.looked === endpointsLookedAt;
  return { taken: rows.flatMap(takenTry), next: isMore ? (place.last ?? '') : '' };
}

function takenTry(row: TakenRow): TakenTry[] {
  const { delivery_id: id, event_id, event_type, round, failed } = row;
  if (id === null) return [];
  return [
    {
      delivery: { id, event_id, event_type, round },
      endpoint: row,
      tries: { failed, interrupted: row.interrupted },
    },
  ];
}
