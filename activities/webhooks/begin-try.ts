import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { sessionKey, sealContext } from '../../shared/crypto/session-key';
import type { Keyring } from '../../shared/crypto/keyring';
import { openJson } from '../../shared/crypto/seal';
import type {
  Database,
  EventRow,
  SessionRow,
  WebhookDeliveryRow,
  WebhookEndpointRow,
} from '../../shared/database/schema';
import type { EventId, SessionId, WebhookDeliveryId, WebhookEndpointId } from '../../shared/ids';
import { webhookBody } from '../../shared/webhooks/body';
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
}

export type Beginning =
  | { readonly kind: 'begun'; readonly attempt: BegunTry }
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

/** What the receiver gets is read now: the session's reference and the allowed fields may be gone. */
async function bodyNow(
  trx: Transaction<Database>,
  keyring: Keyring,
  event: EventRow,
  endpoint: WebhookEndpointRow,
): Promise<string> {
  const session = event.session_id === null ? null : await loadSession(trx, event.session_id);
  const { settings } = await trx
    .selectFrom('organizations')
    .select('settings')
    .where('id', '=', event.organization_id)
    .executeTakeFirstOrThrow();
  const allowedFields = settings.webhook_pii_fields ?? [];
  const wanted = allowedFields.length > 0 && session !== null;
  const extracted = wanted ? await loadExtracted(trx, keyring, session, event) : null;
  return webhookBody({ event, session, endpoint, allowedFields, extracted });
}

async function loadSession(
  trx: Transaction<Database>,
  sessionId: SessionId,
): Promise<SessionRow | null> {
  const row = await trx
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row ?? null;
}

const extractedSchema = z.record(z.string(), z.unknown());

async function loadExtracted(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
  event: EventRow,
): Promise<Readonly<Record<string, unknown>> | null> {
  if (session.retention_status !== 'active') return null;
  const attempt = z.number().int().safeParse(event.data.attempt);
  const row = await trx
    .selectFrom('extractions')
    .select(['attempt', 'fields_sealed'])
    .where('session_id', '=', session.id)
    .$if(attempt.success, (query) => query.where('attempt', '<=', attempt.data ?? 0))
    .orderBy('attempt', 'desc')
    .executeTakeFirst();
  if (!row?.fields_sealed) return null;
  const context = sealContext.extraction(session.id, row.attempt);
  return extractedSchema.parse(openJson(sessionKey(keyring, session), context, row.fields_sealed));
}

function over(status: WebhookDeliveryRow['status'] | 'superseded'): Beginning {
  return { kind: 'over', status };
}
