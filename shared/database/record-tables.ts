import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ErasureKind } from '../domain/erasure/erasure-kind';
import type { EventId, IdentityId, JournalEntryId, SessionId } from '../domain/ids';
import type { SessionStatus } from '../domain/lifecycle/state';
import type { TimelineEvent } from '../domain/lifecycle/timeline-event';
import type { WebhookEventType } from '../domain/lifecycle/webhook-events';
import type { ActorKind, Json, OptionalText, OptionalTime, Owned, Time } from './columns';

/** The session's timeline: transitions (with `sequence`), refused signals, consent, links, uploads. */
export interface TimelineTable extends Owned {
  position: Generated<string>;
  session_id: SessionId;
  sequence: number | null;
  kind: 'transition' | 'refused' | 'step';
  event: TimelineEvent;
  from_status: SessionStatus | null;
  to_status: SessionStatus | null;
  attempt: number;
  actor_kind: ActorKind;
  actor_id: string | null;
  /** Ids and codes only. */
  detail: JSONColumnType<Json>;
  /** SHA-256 of the transition's content: tells a repeat from a conflict. */
  content_hash: Buffer | null;
  /** The message that made a transition, if one did. */
  request_id: OptionalText;
  at: Time;
}

/** Written in the transaction of what it tells; ids and codes only. */
export interface EventsTable extends Owned {
  id: EventId;
  position: Generated<string>;
  session_id: SessionId | null;
  type: WebhookEventType;
  sequence: number;
  data: JSONColumnType<Json>;
  is_test: boolean;
  created_at: Time;
  /** Of the request behind it, and the span that it was written in; null of what nobody's request caused. */
  request_id: OptionalText;
  traceparent: OptionalText;
  /** Its place in the organisation's pull feed; null until the feed came to it. */
  feed_position: ColumnType<string | null, never, never>;
}

/** Events that are not dispatched yet; gone once a delivery row exists for each endpoint that wants one. */
export interface OutboxTable extends Owned {
  position: Generated<string>;
  event_id: EventId;
}

export interface IdempotencyTable extends Owned {
  /** HMAC of the client's key, method and path: unique within organisation and environment. */
  key_hash: Buffer;
  params_hash: Buffer;
  /** The id that was given out to the first holder; a take-over uses it again. */
  assigned_id: string | null;
  /** The sessions and identities whose data the answer holds. */
  subject_ids: string[];
  /** The one whose erasure (or hiding) emptied the answer; a repeat is refused with its id. */
  erased_subject: SessionId | IdentityId | null;
  lease_until: Time;
  status_code: number | null;
  answer_sealed: Buffer | null;
  created_at: Time;
  expires_at: Time;
}

/** Where a bounded pass over something large goes on at its next run. */
export interface SweepCursorsTable {
  name: string;
  after: string;
  updated_at: Time;
}

export interface ErasuresTable extends Owned {
  session_id: SessionId;
  documents_removed: number;
  /** The signed record an auditor verifies offline. */
  record: JSONColumnType<Json>;
  signature: string;
  /** Objects still to delete, when the store was down; the key is gone all the same. */
  pending_object_keys: string[];
  created_at: Time;
}

/** What was erased, for the journal outside of Postgres (`shared/erasure/journal`); written by triggers. */
export interface ErasureJournalTable extends Owned {
  id: JournalEntryId;
  kind: ErasureKind;
  subject_id: string;
  erased_at: Time;
  /** When the journal had it; null: not yet. */
  written_at: OptionalTime;
  /** A restored copy learned of it from the journal, and has not carried it out to the end. */
  repeating: Generated<boolean>;
}
