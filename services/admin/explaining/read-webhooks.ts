import type { Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { SessionId } from '../../../shared/domain/ids';
import type { DeliveryFacts, WebhookFacts } from './explanation';

const mostTroubled = 20;

/** Where the session's events went, endpoints by their ids: an address may hold somebody's name or secret. */
export async function readWebhooks(db: Kysely<Database>, id: SessionId): Promise<WebhookFacts> {
  const [undispatched, counts, troubled] = await Promise.all([
    db
      .selectFrom('outbox')
      .innerJoin('events', 'events.id', 'outbox.event_id')
      .select('events.id')
      .where('events.session_id', '=', id)
      .execute(),
    db
      .selectFrom('webhook_deliveries')
      .select(['status', ({ fn }) => fn.countAll<string>().as('count')])
      .where('session_id', '=', id)
      .groupBy('status')
      .execute(),
    troubledDeliveries(db, id),
  ]);
  return {
    undispatched: undispatched.map((event) => event.id),
    counts: Object.fromEntries(counts.map(({ status, count }) => [status, Number(count)])),
    troubled,
  };
}

async function troubledDeliveries(
  db: Kysely<Database>,
  id: SessionId,
): Promise<readonly DeliveryFacts[]> {
  const rows = await db
    .selectFrom('webhook_deliveries as delivery')
    .innerJoin('webhook_endpoints as endpoint', 'endpoint.id', 'delivery.endpoint_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('webhook_tries')
          .select(['status_code', 'error_code', 'duration_ms', 'at'])
          .whereRef('webhook_tries.delivery_id', '=', 'delivery.id')
          .orderBy('position', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['delivery.id', 'delivery.endpoint_id', 'delivery.event_type', 'delivery.status'])
    .select(['delivery.round', 'delivery.tries', 'delivery.not_before'])
    .select(['endpoint.enabled', 'endpoint.disabled_reason', 'endpoint.deleted_at'])
    .select(['last.status_code', 'last.error_code', 'last.duration_ms', 'last.at'])
    .where('delivery.session_id', '=', id)
    .where('delivery.status', '!=', 'delivered')
    .orderBy('delivery.created_at', 'desc')
    .orderBy('delivery.id', 'desc')
    .limit(mostTroubled)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    endpointId: row.endpoint_id,
    endpointState: row.deleted_at !== null ? 'deleted' : row.enabled ? 'enabled' : 'disabled',
    disabledReason: row.disabled_reason,
    eventType: row.event_type,
    status: row.status,
    round: row.round,
    tries: row.tries,
    nextTryAt: row.status === 'pending' ? row.not_before : null,
    lastTry:
      row.at === null
        ? null
        : {
            at: row.at,
            statusCode: row.status_code,
            error: row.error_code,
            durationMs: row.duration_ms ?? 0,
          },
  }));
}
