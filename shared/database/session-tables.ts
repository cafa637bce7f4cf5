import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CheckName } from '../domain/checks/outcome';
import type { DocumentType } from '../domain/documents/document-types';
import type { DocumentId, IdentityId, LinkId, SessionId, WorkflowId } from '../domain/ids';
import type { Decision } from '../domain/lifecycle/event';
import type { RetentionStatus, SessionState, SessionStatus } from '../domain/lifecycle/state';
import type { ActorKind, Json, OptionalTime, Owned, Time } from './columns';

export interface SessionsTable extends Owned {
  id: SessionId;
  /** Mirrors of `state`, for filters and for people. */
  status: SessionStatus;
  retention_status: RetentionStatus;
  legal_hold: boolean;
  attempt: number;
  capture: number;
  /** The lifecycle's state, whole: a new run of the workflow begins from it. */
  state: JSONColumnType<SessionState>;
  /** Counts committed transitions (creation is 0); the key of `transitions`. */
  sequence: number;
  /** The message that made the last transition: it may come again from a worker that died in between. */
  last_request_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Counts events of all types without gaps; the `sequence` of webhooks. */
  event_sequence: number;
  /** When the present status ends by itself: token, gate or sandbox wait. */
  deadline_at: OptionalTime;
  external_ref: string | null;
  country: string | null;
  /** Of the page, until the person chooses another: a tag of language, script and region. */
  language: ColumnType<string | null, string | null | undefined, string | null>;
  workflow_id: WorkflowId;
  workflow_version: number;
  checks: CheckName[] | null;
  document_type: DocumentType | null;
  document_country: string | null;
  metadata: JSONColumnType<Json>;
  tags: string[];
  redirect_url: string | null;
  /** The integrator's `fields`, sealed under the session's data key; `shared/applicant` opens it. */
  fields_sealed: Buffer | null;
  /** What the person typed, sealed. */
  typed_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  /** Of rows from before `typed_sealed`: which keys of `fields_sealed` the person's own steps wrote. */
  typed_in_fields: Generated<string[]>;
  /** `{applicant_email, applicant_name, display_name, support_url}`, sealed. */
  applicant_sealed: Buffer | null;
  send_email: boolean;
  token_minutes: number;
  /** The first yes, with its address and version: no later word rewrites them. */
  consent_at: OptionalTime;
  consent_ip: string | null;
  consent_version: string | null;
  /** The person's own first yes; the integrator's statement alone leaves it null. */
  consent_person_at: OptionalTime;
  /** The last word was a no; a new yes clears it. */
  consent_withdrawn_at: OptionalTime;
  /** Pieces asked again by the newest resubmit, beside what the workflow asks; null: none. */
  required_pieces: string[] | null;
  /** The capture from which on those pieces have to be new ones. */
  asked_since: ColumnType<number | null, number | null | undefined, number | null>;
  /** The capture in which the person said that they cannot perform the challenges; null: not said, or performed since. */
  liveness_declined: ColumnType<number | null, number | null | undefined, number | null>;
  /** The session's data key under a master key; null once destroyed. */
  wrapped_key: Buffer | null;
  master_key_id: string | null;
  created_at: Time;
  updated_at: Time;
  completed_at: OptionalTime;
  expired_at: OptionalTime;
  /** The first end of the last capture, which retention counts from; a reprocess does not move it. */
  ended_at: OptionalTime;
  /** What counts: of the newest attempt whose result was not withdrawn; null until there is one. */
  result: ColumnType<Decision | null, Decision | null | undefined, Decision | null>;
  /** Set when a session with an `external_ref` completes. */
  identity_id: ColumnType<IdentityId | null, IdentityId | null | undefined, IdentityId | null>;
}

/** How many sessions of a kind there are; of changes how many more, until they are added up. */
export interface SessionTotalsTable extends Owned {
  status: SessionStatus;
  result: Decision | null;
  workflow_id: WorkflowId;
  country: string | null;
  /** Written by a trigger on `sessions`, and by the sweep that adds up. */
  sessions: ColumnType<string, never, never>;
}

/** What was said on consent, word by word. */
export interface ConsentsTable extends Owned {
  session_id: SessionId;
  /** From 1 within a session. */
  number: number;
  accepted: boolean;
  version: string | null;
  given_by: 'person' | 'integrator';
  actor_kind: ActorKind;
  actor_id: string | null;
  /** Null once redacted. */
  ip: string | null;
  at: Time;
}

export interface CaptureTokensTable {
  id: LinkId;
  session_id: SessionId;
  capture: number;
  /** SHA-256 of the token; wiped, with the sealed token, when it is used up, revoked or run out. */
  token_hash: Buffer | null;
  token_sealed: Buffer | null;
  /**
   * `closed`: submitted; its bound client may still read the state for a while. `handed_off`: another device
   * goes on over a newer link; its bound client may follow that one, or take the session back.
   */
  status: 'created' | 'consumed' | 'handed_off' | 'closed' | 'expired' | 'revoked';
  bound_kind: 'page' | 'api' | null;
  /** SHA-256 of the page's secret. */
  binding_hash: Buffer | null;
  expires_at: Time;
  bound_at: OptionalTime;
  /** How often its person asked for more time. */
  extensions: Generated<number>;
  /** How many batches of the page's steps came over it. */
  step_batches: Generated<number>;
  /** SHA-256 of the last of those batches: the same again is a repeat whose answer got lost. */
  last_steps: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  created_at: Time;
}

export type StoredDocType =
  | 'id_front'
  | 'id_back'
  | 'selfie'
  | 'proof_of_address'
  /** One of a set; the set counts (`liveness_frames`). */
  | 'liveness_frame';

export interface DocumentsTable extends Owned {
  id: DocumentId;
  session_id: SessionId;
  doc_type: StoredDocType;
  capture: number;
  /** HMAC-SHA256 of the content under the session's data key: finds a repeat, says nothing else. */
  content_hash: Buffer;
  mime_type: string;
  size_bytes: number;
  width: number | null;
  height: number | null;
  object_key: string;
  hints: ColumnType<Json | null, string | null, string | null>;
  superseded_at: OptionalTime;
  removed_at: OptionalTime;
  created_at: Time;
}
