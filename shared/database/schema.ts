import type { InvitationsTable } from './invitation-tables';
import type { Selectable } from 'kysely';
import type {
  AuditCheckpointsTable,
  AuditHeadsTable,
  AuditReadsTable,
  AuditTable,
  AuditTipsTable,
} from './audit-tables';
import type {
  AttemptsTable,
  CaseMarksTable,
  CasesTable,
  CheckRunsTable,
  ExtractionsTable,
  ReadingsTable,
  ResultsTable,
} from './judgement-tables';
import type {
  ConsoleSessionsTable,
  SignInAttemptsTable,
  UserRecoveryCodesTable,
  UserSetupLinksTable,
  UsersTable,
} from './console-tables';
import type { EnclosuresTable, OperationEffectsTable } from './effect-tables';
import type { DocumentPrintsTable } from './forensics-tables';
import type { IdentitiesTable } from './identity-tables';
import type { LivenessChallengesTable, LivenessFramesTable } from './liveness-tables';
import type { RateWindowsTable } from './limit-tables';
import type {
  ApiKeysTable,
  EnvironmentSettingsTable,
  OrganizationLogosTable,
  OrganizationsTable,
  WorkflowVersionsTable,
  WorkflowsTable,
} from './organization-tables';
import type {
  FaceEmbeddingsTable,
  ListItemsTable,
  ListsTable,
  SessionAttributesTable,
} from './recognition-tables';
import type {
  ErasureJournalTable,
  ErasuresTable,
  EventsTable,
  IdempotencyTable,
  OutboxTable,
  SweepCursorsTable,
  TimelineTable,
} from './record-tables';
import type {
  AskedAgainTable,
  CaseChangesTable,
  CaseNotesTable,
  OutcomeLayersTable,
} from './review-tables';
import type { PageSignalsTable, RiskAssessmentsTable, SessionAddressesTable } from './risk-tables';
import type {
  CaptureTokensTable,
  ConsentsTable,
  DocumentsTable,
  SessionsTable,
  SessionTotalsTable,
} from './session-tables';
import type {
  WatchlistEntriesTable,
  WatchlistNamesTable,
  WatchlistWordsTable,
  WatchlistsTable,
} from './watchlist-tables';
import type {
  WebhookDeliveriesTable,
  WebhookEndpointsTable,
  WebhookTriesTable,
} from './webhook-tables';

export type { ApiKeysTable } from './organization-tables';
export type { AuditTable } from './audit-tables';
export type {
  ErasureJournalTable,
  ErasuresTable,
  EventsTable,
  IdempotencyTable,
  TimelineTable,
} from './record-tables';
export type { CasesTable, CheckRunsTable, ResultsTable } from './judgement-tables';
export type { DocumentsTable, StoredDocType } from './session-tables';
export type { WebhookTriesTable } from './webhook-tables';

export interface Database {
  organizations: OrganizationsTable;
  environment_settings: EnvironmentSettingsTable;
  organization_logos: OrganizationLogosTable;
  api_keys: ApiKeysTable;
  workflows: WorkflowsTable;
  workflow_versions: WorkflowVersionsTable;
  sessions: SessionsTable;
  session_totals: SessionTotalsTable;
  session_total_changes: SessionTotalsTable;
  capture_tokens: CaptureTokensTable;
  invitations: InvitationsTable;
  documents: DocumentsTable;
  liveness_challenges: LivenessChallengesTable;
  liveness_frames: LivenessFramesTable;
  attempts: AttemptsTable;
  check_runs: CheckRunsTable;
  extractions: ExtractionsTable;
  readings: ReadingsTable;
  results: ResultsTable;
  cases: CasesTable;
  case_marks: CaseMarksTable;
  users: UsersTable;
  console_sessions: ConsoleSessionsTable;
  user_setup_links: UserSetupLinksTable;
  user_recovery_codes: UserRecoveryCodesTable;
  sign_in_attempts: SignInAttemptsTable;
  case_notes: CaseNotesTable;
  case_changes: CaseChangesTable;
  asked_again: AskedAgainTable;
  consents: ConsentsTable;
  outcome_layers: OutcomeLayersTable;
  identities: IdentitiesTable;
  page_signals: PageSignalsTable;
  session_addresses: SessionAddressesTable;
  risk_assessments: RiskAssessmentsTable;
  timeline: TimelineTable;
  events: EventsTable;
  outbox: OutboxTable;
  webhook_endpoints: WebhookEndpointsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  webhook_tries: WebhookTriesTable;
  rate_windows: RateWindowsTable;
  idempotency: IdempotencyTable;
  operation_effects: OperationEffectsTable;
  enclosures: EnclosuresTable;
  audit: AuditTable;
  audit_reads: AuditReadsTable;
  audit_tips: AuditTipsTable;
  audit_heads: AuditHeadsTable;
  audit_checkpoints: AuditCheckpointsTable;
  erasures: ErasuresTable;
  erasure_journal: ErasureJournalTable;
  sweep_cursors: SweepCursorsTable;
  session_attributes: SessionAttributesTable;
  face_embeddings: FaceEmbeddingsTable;
  document_prints: DocumentPrintsTable;
  lists: ListsTable;
  list_items: ListItemsTable;
  watchlists: WatchlistsTable;
  watchlist_entries: WatchlistEntriesTable;
  watchlist_names: WatchlistNamesTable;
  watchlist_words: WatchlistWordsTable;
}

export type SessionRow = Selectable<SessionsTable>;

export type IdentityRow = Selectable<IdentitiesTable>;

export type DocumentRow = Selectable<DocumentsTable>;

export type CaptureTokenRow = Selectable<CaptureTokensTable>;

export type ApiKeyRow = Selectable<ApiKeysTable>;

export type UserRow = Selectable<UsersTable>;

export type WebhookEndpointRow = Selectable<WebhookEndpointsTable>;

export type WebhookDeliveryRow = Selectable<WebhookDeliveriesTable>;

export type EventRow = Selectable<EventsTable>;
