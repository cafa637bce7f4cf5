import type {
  EventRow,
  IdentityRow,
  SessionRow,
  WebhookEndpointRow,
} from '../../shared/database/schema';
import { mayRead } from '../../shared/crypto/session-key';
import { piiFields, type PiiField } from '../../shared/domain/organization/settings';
import { inflectKeys } from '../../shared/wire/key-casing';
import { dropAttributes } from './blocklist';
import { sampleData } from './sample-event';

type Json = Readonly<Record<string, unknown>>;

export interface BodyParts {
  readonly event: Pick<
    EventRow,
    'id' | 'type' | 'sequence' | 'data' | 'is_test' | 'environment' | 'created_at' | 'session_id'
  >;
  /** As it is now; null for events of no session. */
  readonly session: Pick<SessionRow, 'status' | 'external_ref' | 'retention_status'> | null;
  /** Of an event about an identity, as it is now; null for others. */
  readonly identity: Pick<IdentityRow, 'status' | 'external_ref'> | null;
  readonly endpoint: Pick<WebhookEndpointRow, 'attribute_blocklist' | 'key_inflection'>;
  /** The organisation's `webhook_pii_fields`. */
  readonly allowedFields: readonly PiiField[];
  /** What was read from the documents; null when there is none, or none any more. */
  readonly extracted: Json | null;
}

/**
 * The flat body of one event, built anew at each try: what is stored holds ids and codes, personal
 * values are read now, so that a try after a redaction carries none (`5-webhooks.md`).
 */
export function webhookBody(parts: BodyParts): string {
  const { event, session } = parts;
  const body: Json = {
    event: event.type,
    id: event.id,
    idempotency_key: event.id,
    created_at: event.created_at.toISOString(),
    sequence: event.sequence,
    session_id: event.session_id,
    external_ref: referenceOf(parts),
    // The status of the event's own moment stands in `data`, when the event has one.
    status: session?.status ?? parts.identity?.status ?? null,
    is_sandbox: event.environment === 'sandbox',
    ...(event.is_test ? { ...sampleData(event.type), is_test: true } : {}),
    ...event.data,
    ...extractedData(parts),
  };
  const trimmed = dropAttributes(body, parts.endpoint.attribute_blocklist);
  return JSON.stringify(inflectKeys(trimmed, parts.endpoint.key_inflection, { keep: userOwned }));
}

/** Null once it is erased; an erased identity's row holds none. */
function referenceOf({ session, identity }: BodyParts): string | null {
  if (session === null) return identity?.external_ref ?? null;
  return mayRead(session, 'integrators_own') ? session.external_ref : null;
}

/** Of the events that tell what was read or decided: the allowed fields, null where they are gone. */
function extractedData({ event, session, allowedFields, extracted }: BodyParts): Json {
  const tells = event.type.startsWith('document.') || decided.has(event.type);
  if (!tells || session === null || allowedFields.length === 0) return {};
  const readable = mayRead(session, 'extracted_data') ? extracted : null;
  const chosen = piiFields.filter((field) => allowedFields.includes(field));
  return {
    extracted_data: Object.fromEntries(chosen.map((field) => [field, readable?.[field] ?? null])),
  };
}

/** Objects whose keys are the integrator's own (`2-api-conventions.md`). */
const userOwned = ['**.metadata', '**.fields'];

const decided: ReadonlySet<string> = new Set([
  'session.approved',
  'session.declined',
  'session.requires-review',
]);
