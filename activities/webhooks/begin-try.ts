import type { KeyObject } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Keyring } from '../../shared/crypto/keyring';
import type {
  Database,
  WebhookDeliveryRow,
  WebhookEndpointRow,
} from '../../shared/database/schema';
import type {
  EventId,
  SessionId,
  WebhookDeliveryId,
  WebhookEndpointId,
} from '../../shared/domain/ids';
import { endpointSigningKey } from '../../shared/webhooks/ed25519-key';
import { bodyNow } from './body-now';
import { endpointSecrets } from './endpoint-secrets';

export interface DeliveryRound {
  readonly deliveryId: WebhookDeliveryId;
  readonly round: number;
}

/** A try's row until its answer is in; it stays so when the worker dies in between. */
export const interrupted = 'interrupted';
/** A delivery whose tries always kill the worker is given up too. */
const maxInterruptedTries = 6;

export interface BegunTry extends DeliveryRound {
  readonly tryNumber: number;
  /** Tries of this round that ran to their end and failed. */
  readonly failedBefore: number;
  readonly endpointId: WebhookEndpointId;
  readonly eventId: EventId;
  readonly sessionId: SessionId | null;
  readonly isTest: boolean;
  readonly url: string;
  readonly body: string;
  readonly secrets: readonly string[];
  readonly ed25519Key: KeyObject | null;
}

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
    const unsendable = statusWithoutTry(endpoint, tries.interrupted);
    if (unsendable !== null) {
      await trx
        .updateTable('webhook_deliveries')
        .set({ status: unsendable, updated_at: now })
        .where('id', '=', delivery.id)
        .execute();
      return over(unsendable);
    }

    const tryNumber = tries.failed + tries.interrupted + 1;
    const event = await trx
      .selectFrom('events')
      .selectAll()
      .where('id', '=', delivery.event_id)
      .executeTakeFirstOrThrow();
    const body = await bodyNow(trx, keyring, event, endpoint);
    await trx
      .insertInto('webhook_tries')
      .values({
        delivery_id: delivery.id,
        round: round.round,
        try_number: tryNumber,
        status_code: null,
        error_code: interrupted,
        duration_ms: 0,
        answer: null,
        at: now,
      })
      .execute();
    await trx
      .updateTable('webhook_deliveries')
      .set((eb) => ({ tries: eb('tries', '+', 1), updated_at: now }))
      .where('id', '=', delivery.id)
      .execute();
    return {
      kind: 'begun',
      attempt: {
        ...round,
        tryNumber,
        failedBefore: tries.failed,
        endpointId: endpoint.id,
        eventId: event.id,
        sessionId: event.session_id,
        isTest: event.is_test,
        url: endpoint.url,
        body,
        secrets: endpointSecrets(keyring, endpoint, now),
        ed25519Key: endpoint.ed25519_signature ? endpointSigningKey(keyring, endpoint.id) : null,
      },
    };
  });
}

function statusWithoutTry(
  endpoint: WebhookEndpointRow,
  interruptedTries: number,
): 'failed' | 'held' | null {
  if (endpoint.deleted_at !== null || interruptedTries >= maxInterruptedTries) return 'failed';
  return endpoint.enabled ? null : 'held';
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
