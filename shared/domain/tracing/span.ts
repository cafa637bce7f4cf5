import type { CheckName } from '../checks/outcome';
import type { EventId, SessionId, WebhookDeliveryId, WebhookEndpointId } from '../ids';
import type { TraceParent } from './trace-context';

export type SpanKind = 'server' | 'client' | 'internal';

/**
 * All that a span may tell. Ids of ours, codes, numbers: whatever a person, a caller or a receiver wrote has no key to
 * stand under, and no value may have another form (`safeAttributes`).
 */
export interface SpanAttributes {
  readonly 'http.request.method'?: string;
  /** The pattern, never the path. */
  readonly 'http.route'?: string;
  readonly 'http.response.status_code'?: number;
  readonly 'verifa.request.id'?: string;
  readonly 'verifa.session.id'?: SessionId;
  readonly 'verifa.update'?: string;
  readonly 'verifa.activity.try'?: number;
  readonly 'verifa.attempt'?: number;
  readonly 'verifa.check'?: CheckName;
  readonly 'verifa.check.status'?: string;
  readonly 'verifa.event'?: string;
  readonly 'verifa.event.id'?: EventId;
  readonly 'verifa.delivery.id'?: WebhookDeliveryId;
  readonly 'verifa.delivery.round'?: number;
  readonly 'verifa.delivery.try'?: number;
  readonly 'verifa.endpoint.id'?: WebhookEndpointId;
  readonly 'temporal.workflow.id'?: string;
  readonly 'temporal.run.id'?: string;
  readonly 'temporal.activity'?: string;
  /** A code or an error's class. */
  readonly 'error.type'?: string;
}

/** Words, ids, routes: nothing with a space, an `@`, a quote or a letter beyond ASCII. */
const safeForm = /^[A-Za-z0-9_.:/{}*-]{1,128}$/;

/** The attributes that have the form they should; another is left out, whoever let it come this far. */
export function safeAttributes(given: SpanAttributes): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string | number] => {
      const value: unknown = entry[1];
      return typeof value === 'number' || (typeof value === 'string' && safeForm.test(value));
    }),
  );
}

/** The name of a span is a few words of ours: `POST /verify/:token/complete`, `check face_match`. */
export function safeName(name: string): string {
  return name.split(' ').every((word) => safeForm.test(word)) ? name : 'unnamed';
}

/** A span that has ended where no SDK is: in a workflow, which tells of it by a sink. */
export interface EndedSpan {
  readonly name: string;
  /** Its own place; its children were begun under it. */
  readonly place: TraceParent;
  readonly parentSpanId: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly attributes: SpanAttributes;
  /** A code; null: it went well. */
  readonly error: string | null;
}

const [offset, prime] = [0x811c9dc5, 0x01000193];

/**
 * The id of a span by what it is about, which a workflow that is replayed elsewhere finds again: FNV-1a twice, for
 * nothing hangs on it but who is whose child.
 */
export function spanIdOf(text: string): string {
  const half = (seed: number): string => {
    let hash = (offset ^ seed) >>> 0;
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), prime) >>> 0;
    }
    return hash.toString(16).padStart(8, '0');
  };
  const id = `${half(0)}${half(0x5bd1e995)}`;
  // All zeros name nothing.
  return /[^0]/.test(id) ? id : '0000000000000001';
}
