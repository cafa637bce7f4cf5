import { sql, type Kysely } from 'kysely';
import type { Database, WebhookDeliveryRow } from '../../shared/database/schema';
import type { WebhookDeliveryId } from '../../shared/domain/ids';

/** What Temporal's list and pages tell of a delivery in trouble: ids and codes. */
export interface DeliveryFacts extends Pick<
  WebhookDeliveryRow,
  'id' | 'session_id' | 'organization_id' | 'environment' | 'tries'
> {
  /** Of the newest try; null where it got no answer. */
  readonly status_code: number | null;
  readonly error_code: string | null;
}

export async function deliveryFacts(
  db: Kysely<Database>,
  ids: readonly WebhookDeliveryId[],
): Promise<ReadonlyMap<WebhookDeliveryId, DeliveryFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('webhook_deliveries as delivery')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('webhook_tries')
          .select(['status_code', 'error_code'])
          .whereRef('delivery_id', '=', 'delivery.id')
          .orderBy('round', 'desc')
          .orderBy('try_number', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(['delivery.id', 'delivery.session_id', 'delivery.organization_id'])
    .select(['delivery.environment', 'delivery.tries', 'newest.status_code', 'newest.error_code'])
    .where(sql<boolean>`delivery.id = ANY (${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
