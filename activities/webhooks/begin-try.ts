import type { Kysely, Transaction } from 'kysely';
import type { Keyring } from '../../shared/crypto/keyring';
import type {
  Database,
  WebhookDeliveryRow,
  WebhookEndpointRow,
} from '../../shared/database/schema';
import type { DeliveryInput } from '../../shared/domain/delivery/delivery';
import { deliveryMove } from '../../shared/webhooks/move-deliveries';
import { begunTry, interrupted, type BegunTry, type DeliveryRound } from './begun-try';
import { loadBodies } from './bodies-now';

/** A delivery whose tries always kill the worker is given up too. */
const maxInterruptedTries = 6;

export type Beginning =
  | { readonly kind: 'begun'; readonly attempt: BegunTry }
  /** The last try's wait is not over: a worker died before Temporal was told of it. */
  | { readonly kind: 'early'; readonly waitMs: number }
  /** Nothing to send: decided, another round's business, or its endpoint takes nothing now. */
  | { readonly kind: 'over'; readonly status: WebhookDeliveryRow['status'] | 'superseded' };

/**
 * Writes the try's row before anything is sent, so that no try is lost with its worker; the row tells
 * an interrupted one from a failed one, and only failed ones count towards the schedule's six.
 */
export async function beginTry(
  db: Kysely<Database>,
  keyring: Keyring,
  round: DeliveryRound,
  now: Date,
): Promise<Beginning> {
  return db.transaction().execute(async (trx) => {
    const delivery = await trx
      .selectFrom('webhook_deliveries')
      .selectAll()
      .where('id', '=', round.deliveryId)
      .forUpdate()
      .executeTakeFirst();
    if (delivery === undefined || delivery.round !== round.round) return over('superseded');
    if (delivery.status !== 'pending') return over(delivery.status);

    const waitMs = (delivery.not_before?.getTime() ?? 0) - now.getTime();
    if (waitMs > 0) return { kind: 'early', waitMs };

    const endpoint = await trx
      .selectFrom('webhook_endpoints')
      .selectAll()
      .where('id', '=', delivery.endpoint_id)
      .executeTakeFirstOrThrow();
    const tries = await countTries(trx, round);
    const end = endWithoutTry(endpoint, tries.interrupted);
    if (end !== null) {
      const { set, where } = deliveryMove(end);
      const { status } = await trx
        .updateTable('webhook_deliveries')
        .set({ ...set, updated_at: now })
        .where('id', '=', delivery.id)
        .where(where)
        .returning('status')
        .executeTakeFirstOrThrow();
      return over(status);
    }

    const bodies = await loadBodies(trx, keyring, [delivery.event_id]);
    const event = bodies.event(delivery.event_id);
    const body = bodies.of(event.id, endpoint);
    const attempt = begunTry(keyring, { delivery, endpoint, event, body, tries }, now);
    await trx
      .insertInto('webhook_tries')
      .values({
        delivery_id: delivery.id,
        round: round.round,
        try_number: attempt.tryNumber,
        status_code: null,
        error_code: interrupted,
        duration_ms: 0,
        answer: null,
        at: now,
      })
      .execute();
    const { set, where } = deliveryMove('try_begun');
    await trx
      .updateTable('webhook_deliveries')
      .set((eb) => ({ ...set, tries: eb('tries', '+', 1), updated_at: now }))
      .where('id', '=', delivery.id)
      .where(where)
      .execute();
    return { kind: 'begun', attempt };
  });
}

function endWithoutTry(
  endpoint: Pick<WebhookEndpointRow, 'deleted_at' | 'enabled'>,
  interruptedTries: number,
): DeliveryInput | null {
  if (endpoint.deleted_at !== null) return 'endpoint_deleted';
  if (interruptedTries >= maxInterruptedTries) return 'given_up';
  return endpoint.enabled ? null : 'endpoint_disabled';
}

async function countTries(
  trx: Transaction<Database>,
  { deliveryId, round }: DeliveryRound,
): Promise<{ readonly failed: number; readonly interrupted: number }> {
  const rows = await trx
    .selectFrom('webhook_tries')
    .select('error_code')
    .where('delivery_id', '=', deliveryId)
    .where('round', '=', round)
    .execute();
  const cut = rows.filter((row) => row.error_code === interrupted).length;
  return { failed: rows.length - cut, interrupted: cut };
}

function over(status: WebhookDeliveryRow['status'] | 'superseded'): Beginning {
  return { kind: 'over', status };
}
