import type { Kysely, Selectable } from 'kysely';
import type {
  Database,
  WebhookDeliveryRow,
  WebhookTriesTable,
} from '../../../shared/database/schema';

export interface TryView {
  readonly round: number;
  readonly try: number;
  readonly at: string;
  readonly status_code: number | null;
  readonly error_code: string | null;
  readonly duration_ms: number;
  readonly answer: string | null;
}

export interface DeliveryView {
  readonly id: WebhookDeliveryRow['id'];
  readonly endpoint_id: WebhookDeliveryRow['endpoint_id'];
  readonly event_id: WebhookDeliveryRow['event_id'];
  readonly event_type: WebhookDeliveryRow['event_type'];
  readonly session_id: WebhookDeliveryRow['session_id'];
  readonly status: WebhookDeliveryRow['status'];
  readonly round: number;
  readonly tries: readonly TryView[];
  readonly created_at: string;
  readonly updated_at: string;
}

/** Deliveries with all their tries, in the order given. */
export async function deliveryViews(
  db: Kysely<Database>,
  rows: readonly WebhookDeliveryRow[],
): Promise<readonly DeliveryView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const tries = await db
    .selectFrom('webhook_tries')
    .selectAll()
    .where('delivery_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    endpoint_id: row.endpoint_id,
    event_id: row.event_id,
    event_type: row.event_type,
    session_id: row.session_id,
    status: row.status,
    round: row.round,
    tries: tries.filter((one) => one.delivery_id === row.id).map(tryView),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }));
}

function tryView(row: Selectable<WebhookTriesTable>): TryView {
  return {
    round: row.round,
    try: row.try_number,
    at: row.at.toISOString(),
    status_code: row.status_code,
    error_code: row.error_code,
    duration_ms: row.duration_ms,
    answer: row.answer,
  };
}
