import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely';
import type { CheckName, CheckStatus } from '../checks/outcome';
import type { DocumentType, WorkflowDefinition } from '../graph/definition';
import type {
  ApiKeyId,
  CaseId,
  CheckRunId,
  DocumentId,
  EventId,
  LinkId,
  OrganizationId,
  SessionId,
  WebhookDeliveryId,
  WebhookEndpointId,
  WorkflowId,
} from '../ids';
import type { Decision } from '../lifecycle/event';
import type { RetentionStatus, SessionState, SessionStatus } from '../lifecycle/state';
import type { WebhookEventType } from '../lifecycle/webhook-events';
import type { OrganizationSettings } from '../organization/settings';
import type { Scope } from '../auth/scopes';

type Json = Readonly<Record<string, unknown>>;
type Time = ColumnType<Date, Date, Date>;
type OptionalTime = ColumnType<Date | null, Date | null | undefined, Date | null>;
export type Environment = 'live' | 'sandbox';

/** The owner of a row; every query carries both. */
interface Owned {
  organization_id: OrganizationId;
  environment: Environment;
}

export interface OrganizationsTable {
  id: OrganizationId;
  name: string;
  settings: JSONColumnType<OrganizationSettings>;
  created_at: Time;
}

export interface ApiKeysTable extends Owned {
  id: ApiKeyId;
  /** The visible beginning, to tell keys apart; the key itself is kept as its SHA-256 only. */
  prefix: string;
  key_hash: Buffer;
  label: string;
  scopes: Scope[];
  ip_allow_list: string[] | null;
  expires_at: OptionalTime;
  revoked_at: OptionalTime;
  last_used_at: OptionalTime;
  created_at: Time;
}

export interface WorkflowsTable {
  id: WorkflowId;
  organization_id: OrganizationId;
  name: string;
  is_default: boolean;
  active: boolean;
  current_version: number;
  created_at: Time;
}

export interface WorkflowVersionsTable {
  workflow_id: WorkflowId;
  version: number;
  definition: JSONColumnType<WorkflowDefinition>;
  created_at: Time;
}

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
  /** Counts events of all types without gaps; the `sequence` of webhooks. */
  event_sequence: number;
  /** When the present status ends by itself: token, gate or sandbox wait. */
  deadline_at: OptionalTime;
  external_ref: string | null;
  country: string | null;
  workflow_id: WorkflowId;
  workflow_version: number;
  checks: CheckName[] | null;
  document_type: DocumentType | null;
  document_country: string | null;
  metadata: JSONColumnType<Json>;
  tags: string[];
  redirect_url: string | null;
  /** Pre-filled applicant data and user-info, sealed under the session's data key. */
  fields_sealed: Buffer | null;
  /** `{applicant_email, applicant_name, display_name, support_url}`, sealed. */
  applicant_sealed: Buffer | null;
  send_email: boolean;
  token_minutes: number;
  consent_at: OptionalTime;
  consent_ip: string | null;
  consent_version: string | null;
  /** Pieces asked again by a reviewer's resubmit; null = all that the workflow asks. */
  required_pieces: string[] | null;
  /** The session's data key under a master key; null once destroyed. */
  wrapped_key: Buffer | null;
  master_key_id: string | null;
  created_at: Time;
  updated_at: Time;
  completed_at: OptionalTime;
  expired_at: OptionalTime;
}

export interface CaptureTokensTable {
  id: LinkId;
  session_id: SessionId;
  capture: number;
  /** SHA-256 of the token; wiped, with the sealed token, when it is used up, revoked or run out. */
  token_hash: Buffer | null;
  token_sealed: Buffer | null;
  /** `closed`: submitted; its bound client may still read the state for a while. */
  status: 'created' | 'consumed' | 'closed' | 'expired' | 'revoked';
  bound_kind: 'page' | 'api' | null;
  /** SHA-256 of the page's secret. */
  binding_hash: Buffer | null;
  expires_at: Time;
  bound_at: OptionalTime;
  created_at: Time;
}

export type StoredDocType = 'id_front' | 'id_back' | 'selfie' | 'proof_of_address';

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

export interface AttemptsTable {
  session_id: SessionId;
  attempt: number;
  status: 'running' | 'decided' | 'cancelled' | 'failed';
  workflow_id: WorkflowId;
  workflow_version: number;
  document_ids: DocumentId[];
  started_at: Time;
  finished_at: OptionalTime;
}

export interface CheckRunsTable {
  id: CheckRunId;
  session_id: SessionId;
  attempt: number;
  check: CheckName;
  status: CheckStatus;
  score: number | null;
  reasons: string[];
  /** JSON, sealed under the data key: what was compared, never needed to decide again. */
  evidence_sealed: Buffer | null;
  engine: string;
  engine_version: string;
  started_at: Time;
  duration_ms: number;
}

/** What was read from the documents, as sealed JSON of `ExtractedData`. */
export interface ExtractionsTable {
  session_id: SessionId;
  attempt: number;
  fields_sealed: Buffer | null;
  created_at: Time;
}

export interface ResultsTable extends Owned {
  session_id: SessionId;
  attempt: number;
  status: Decision;
  rejection_reason_code: string | null;
  reviewed_by: string | null;
  processing_mode: 'workflow' | 'manual' | 'sandbox';
  country_used: string | null;
  created_at: Time;
  updated_at: Time;
  /** Set when a reprocess is given back: the decided result before it stands again. */
  withdrawn_at: OptionalTime;
}

export interface CasesTable extends Owned {
  id: CaseId;
  session_id: SessionId;
  attempt: number;
  status:
    | 'open'
    | 'in_review'
    | 'pending_second_review'
    | 'escalated'
    | 'approved'
    | 'rejected'
    | 'closed';
  /** The transition that opened it: a repeat of that transition finds it again. */
  opened_sequence: number;
  decided_by: string | null;
  reason_code: string | null;
  /** The reviewer's free text, sealed under the session's data key; null once redacted. */
  reason_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  close_reason: string | null;
  created_at: Time;
  closed_at: OptionalTime;
}

/** The session's timeline: transitions (with `sequence`), refused signals, consent, links, uploads. */
export interface TimelineTable extends Owned {
  position: Generated<string>;
  session_id: SessionId;
  sequence: number | null;
  kind: 'transition' | 'refused' | 'step';
  event: string;
  from_status: SessionStatus | null;
  to_status: SessionStatus | null;
  attempt: number;
  actor_kind: ActorKind;
  actor_id: string | null;
  /** Ids and codes only. */
  detail: JSONColumnType<Json>;
  /** SHA-256 of the transition's content: tells a repeat from a conflict. */
  content_hash: Buffer | null;
  at: Time;
}
export type ActorKind = 'api_key' | 'person' | 'reviewer' | 'operator' | 'system';

/** The outbox: written in the transaction of what it tells; ids and codes only. */
export interface EventsTable extends Owned {
  id: EventId;
  position: Generated<string>;
  session_id: SessionId | null;
  type: WebhookEventType;
  sequence: number;
  data: JSONColumnType<Json>;
  is_test: boolean;
  created_at: Time;
  /** Set once a delivery row exists for each endpoint that wants it. */
  dispatched_at: OptionalTime;
}

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
  /** The last round whose workflow was started; below `round` the dispatcher still owes a start. */
  started_round: number;
  tries: number;
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
  at: Time;
}

export interface IdempotencyTable extends Owned {
  /** HMAC of the client's key, method and path: unique within organisation and environment. */
  key_hash: Buffer;
  params_hash: Buffer;
  /** The id that was given out to the first holder; a take-over uses it again. */
  assigned_id: string | null;
  session_id: SessionId | null;
  lease_until: Time;
  status_code: number | null;
  answer_sealed: Buffer | null;
  created_at: Time;
  expires_at: Time;
}

export interface AuditTable {
  id: string;
  organization_id: OrganizationId;
  environment: Environment | null;
  actor_kind: ActorKind;
  actor_id: string | null;
  action: string;
  resource_id: string | null;
  request_id: string | null;
  detail: JSONColumnType<Json>;
  at: Time;
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

export interface Database {
  organizations: OrganizationsTable;
  api_keys: ApiKeysTable;
  workflows: WorkflowsTable;
  workflow_versions: WorkflowVersionsTable;
  sessions: SessionsTable;
  capture_tokens: CaptureTokensTable;
  documents: DocumentsTable;
  attempts: AttemptsTable;
  check_runs: CheckRunsTable;
  extractions: ExtractionsTable;
  results: ResultsTable;
  cases: CasesTable;
  timeline: TimelineTable;
  events: EventsTable;
  webhook_endpoints: WebhookEndpointsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  webhook_tries: WebhookTriesTable;
  idempotency: IdempotencyTable;
  audit: AuditTable;
  erasures: ErasuresTable;
}

export type SessionRow = Selectable<SessionsTable>;
export type DocumentRow = Selectable<DocumentsTable>;
export type CaptureTokenRow = Selectable<CaptureTokensTable>;
export type ApiKeyRow = Selectable<ApiKeysTable>;
export type WebhookEndpointRow = Selectable<WebhookEndpointsTable>;
export type WebhookDeliveryRow = Selectable<WebhookDeliveriesTable>;
export type EventRow = Selectable<EventsTable>;
