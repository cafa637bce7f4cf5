import type { Selectable } from 'kysely';
import type {
  AttemptsTable,
  CasesTable,
  CheckRunsTable,
  ExtractionsTable,
  ResultsTable,
} from './judgement-tables';
import type { IdentitiesTable } from './identity-tables';
import type {
  ApiKeysTable,
  OrganizationsTable,
  WorkflowVersionsTable,
  WorkflowsTable,
} from './organization-tables';
import type {
  AuditTable,
  ErasuresTable,
  EventsTable,
  IdempotencyTable,
  TimelineTable,
} from './record-tables';
import type { PageSignalsTable, RiskAssessmentsTable, SessionAddressesTable } from './risk-tables';
import type { CaptureTokensTable, DocumentsTable, SessionsTable } from './session-tables';
import type {
  WebhookDeliveriesTable,
  WebhookEndpointsTable,
  WebhookTriesTable,
} from './webhook-tables';

export type { ApiKeysTable } from './organization-tables';
export type {
  AuditTable,
  ErasuresTable,
  EventsTable,
  IdempotencyTable,
  TimelineTable,
} from './record-tables';
export type { CasesTable, CheckRunsTable, ResultsTable } from './judgement-tables';
export type { DocumentsTable, StoredDocType } from './session-tables';
export type { Environment } from './columns';
export type { WebhookTriesTable } from './webhook-tables';

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
  identities: IdentitiesTable;
  page_signals: PageSignalsTable;
  session_addresses: SessionAddressesTable;
  risk_assessments: RiskAssessmentsTable;
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

export type IdentityRow = Selectable<IdentitiesTable>;

export type DocumentRow = Selectable<DocumentsTable>;

export type CaptureTokenRow = Selectable<CaptureTokensTable>;

export type ApiKeyRow = Selectable<ApiKeysTable>;

export type WebhookEndpointRow = Selectable<WebhookEndpointsTable>;

export type WebhookDeliveryRow = Selectable<WebhookDeliveriesTable>;

export type EventRow = Selectable<EventsTable>;
