import type { Generated } from 'kysely';
import type { EventId, SessionId, WebhookDeliveryId, WebhookEndpointId } from '../domain/ids';
import type { WebhookEventType } from '../domain/lifecycle/webhook-events';
import type { OptionalText, OptionalTime, Owned, Time } from './columns';

export interface WebhookEndpointsTable extends Owned {
  id: WebhookEndpointId;
  url: string;
  label: string | null;
  description: string | null;
  enabled: boolean;
  /** `['*']` = all. */
  enabled_events: string[];
  attribute_blocklist: string[];
  api_version: string;
  key_inflection: 'snake' | 'camel' | 'kebab';
  /** `v1a` beside `v1`: a signature by the endpoint's own Ed25519 key. */
  ed25519_signature: Generated<boolean>;
  secret_sealed: Buffer;
  previous_secret_sealed: Buffer | null;
  previous_secret_until: OptionalTime;
  failed_in_a_row: number;
  disabled_reason: string | null;
  created_at: Time;
  updated_at: Time;
  deleted_at: OptionalTime;
}

export interface WebhookDeliveriesTable extends Owned {
  id: WebhookDeliveryId;
  event_id: EventId;
  endpoint_id: WebhookEndpointId;
  session_id: SessionId | null;
  event_type: WebhookEventType;
  status: 'pending' | 'delivered' | 'failed' | 'held';
  /** Counts the rounds of tries: 1 first, one more at each retry by hand. */
  round: number;
  /** The last round that was begun; below `round` the dispatchers still owe its first try. */
  started_round: number;
  tries: number;
  /** The wait that the last failed try was given; another round begins without it. */
  not_before: OptionalTime;
  /** The dispatcher that has it in hand, until then; null once its workflow has it, or nobody. */
  leased_by: OptionalText;
  leased_until: OptionalTime;
  created_at: Time;
  updated_at: Time;
}

export interface WebhookTriesTable {
  position: Generated<string>;
  delivery_id: WebhookDeliveryId;
  round: number;
  try_number: number;
  status_code: number | null;
  error_code: string | null;
  duration_ms: number;
  /** First 1 KB; nulled by redaction. */
  answer: string | null;
  /** Of its headers those that can hold nothing of a person, a line each. */
  answer_head: OptionalText;
  at: Time;
}
