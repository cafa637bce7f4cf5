import type { KeyObject } from 'node:crypto';
import type { Keyring } from '../../shared/crypto/keyring';
import type {
  EventRow,
  WebhookDeliveryRow,
  WebhookEndpointRow,
} from '../../shared/database/schema';
import type {
  EventId,
  SessionId,
  WebhookDeliveryId,
  WebhookEndpointId,
} from '../../shared/domain/ids';
import { readContext, type TraceContext } from '../../shared/domain/tracing/trace-context';
import { endpointSigningKey } from '../../shared/webhooks/ed25519-key';
import { endpointSecrets } from './endpoint-secrets';

export interface DeliveryRound {
  readonly deliveryId: WebhookDeliveryId;
  readonly round: number;
}

/** A try's row until its answer is in; it stays so when the worker dies in between. */
export const interrupted = 'interrupted';

/** A try whose row is written and which is to be sent now. */
export interface BegunTry extends DeliveryRound {
  readonly tryNumber: number;
  /** Tries of this round that ran to their end and failed. */
  readonly failedBefore: number;
  readonly endpointId: WebhookEndpointId;
  readonly eventId: EventId;
  readonly eventType: EventRow['type'];
  readonly sessionId: SessionId | null;
  /** The request behind the event. */
  readonly trace: TraceContext;
  readonly isTest: boolean;
  readonly url: string;
  readonly body: string;
  readonly secrets: readonly string[];
  readonly ed25519Key: KeyObject | null;
}

/** What signs and addresses a try. */
export type TriedEndpoint = Pick<
  WebhookEndpointRow,
  | 'id'
  | 'url'
  | 'ed25519_signature'
  | 'secret_sealed'
  | 'previous_secret_sealed'
  | 'previous_secret_until'
  | 'attribute_blocklist'
  | 'key_inflection'
>;

export interface TryParts {
  readonly delivery: Pick<WebhookDeliveryRow, 'id' | 'round'>;
  readonly endpoint: TriedEndpoint;
  readonly event: Pick<
    EventRow,
    'id' | 'type' | 'session_id' | 'is_test' | 'request_id' | 'traceparent'
  >;
  readonly body: string;
  readonly tries: { readonly failed: number; readonly interrupted: number };
}

/** @throws where the endpoint's secrets do not open */
export function begunTry(
  keyring: Keyring,
  { delivery, endpoint, event, body, tries }: TryParts,
  now: Date,
): BegunTry {
  return {
    deliveryId: delivery.id,
    round: delivery.round,
    tryNumber: tries.failed + tries.interrupted + 1,
    failedBefore: tries.failed,
    endpointId: endpoint.id,
    eventId: event.id,
    eventType: event.type,
    sessionId: event.session_id,
    trace: readContext(event),
    isTest: event.is_test,
    url: endpoint.url,
    body,
    secrets: endpointSecrets(keyring, endpoint, now),
    ed25519Key: endpoint.ed25519_signature ? endpointSigningKey(keyring, endpoint.id) : null,
  };
}
