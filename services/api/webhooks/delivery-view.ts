import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type {
  Database,
  WebhookDeliveryRow,
  WebhookTriesTable,
} from '../../../shared/database/schema';
import { webhookEventTypes } from '../../../shared/domain/lifecycle/webhook-events';
import { idOf, instantText } from '../http/answer-values';

const tryObject = z.strictObject({
  round: z.number().int(),
  try: z.number().int(),
  at: instantText,
  status_code: z.number().int().nullable(),
  error_code: z.string().nullable(),
  duration_ms: z.number(),
  answer: z.string().nullable(),
  /** Headers of the answer that can hold nothing of a person, a line each. */
  answer_head: z.string().nullable(),
});
type TryView = z.output<typeof tryObject>;

export const deliveryObject = z
  .strictObject({
    id: idOf('webhookDelivery'),
    endpoint_id: idOf('webhookEndpoint'),
    event_id: idOf('event'),
    event_type: z.enum(webhookEventTypes),
    session_id: idOf('session').nullable(),
    status: z.enum(['pending', 'delivered', 'failed', 'held']),
    round: z.number().int(),
    tries: z.array(tryObject).readonly(),
    created_at: instantText,
    updated_at: instantText,
  })
  .meta({ id: 'WebhookDelivery' });
export type DeliveryView = z.output<typeof deliveryObject>;

/** One delivery with all its tries. */
export async function deliveryView(
  db: Kysely<Database>,
  row: WebhookDeliveryRow,
): Promise<DeliveryView> {
  return viewOf(row, await triesOf(db, [row]));
}

/** Deliveries with all their tries, in the order given. */
export async function deliveryViews(
  db: Kysely<Database>,
  rows: readonly WebhookDeliveryRow[],
): Promise<readonly DeliveryView[]> {
  if (rows.length === 0) return [];
  const tries = await triesOf(db, rows);
  return rows.map((row) => viewOf(row, tries));
}

type TryRow = Selectable<WebhookTriesTable>;

async function triesOf(
  db: Kysely<Database>,
  rows: readonly WebhookDeliveryRow[],
): Promise<readonly TryRow[]> {
  const ids = rows.map((row) => row.id);
  return db
    .selectFrom('webhook_tries')
    .selectAll()
    .where('delivery_id', 'in', ids)
    .orderBy('position')
    .execute();
}

function viewOf(row: WebhookDeliveryRow, tries: readonly TryRow[]): DeliveryView {
  return {
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
  };
}

function tryView(row: TryRow): TryView {
  return {
    round: row.round,
    try: row.try_number,
    at: row.at.toISOString(),
    status_code: row.status_code,
    error_code: row.error_code,
    duration_ms: row.duration_ms,
    answer: row.answer,
    answer_head: row.answer_head,
  };
}
