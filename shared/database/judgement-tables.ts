import type { ColumnType, Generated } from 'kysely';
import type { CheckName, CheckStatus } from '../domain/checks/outcome';
import type { CaseId, CheckRunId, DocumentId, SessionId, WorkflowId } from '../domain/ids';
import type { Decision } from '../domain/lifecycle/event';
import type { DocumentType } from '../domain/documents/document-types';
import type { SignalName } from '../domain/risk/signal-catalogue';
import type { OptionalText, OptionalTime, Owned, Time } from './columns';

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

/** What an engine read of these documents, sealed: the same bytes are not read again by the same engine. */
export interface ReadingsTable {
  session_id: SessionId;
  document_ids: DocumentId[];
  engine: string;
  engine_version: string;
  reading_sealed: Buffer;
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
  /** Null while a reviewer is waited for. */
  decided_at: OptionalTime;
  updated_at: Time;
  /** Set when a reprocess is given back: the decided result before it stands again. */
  withdrawn_at: OptionalTime;
}

type FirstDecision = 'approve' | 'reject' | null;

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
  dual_review: Generated<boolean>;
  /** Who holds it, until `claimed_until`: a user, or the API key that named none. */
  assignee: OptionalText;
  claimed_until: OptionalTime;
  /** Of the first of two reviewers; null for a signal's sender, who is nobody known. */
  first_reviewer: OptionalText;
  first_decision: ColumnType<FirstDecision, FirstDecision | undefined, FirstDecision>;
  first_reason_code: OptionalText;
  /** Of the second one, who is `escalated_by`, where it was another than the first one's; null: no such. */
  second_decision: ColumnType<FirstDecision, FirstDecision | undefined, FirstDecision>;
  escalated_by: OptionalText;
  created_at: Time;
  closed_at: OptionalTime;
  /** Facts of its session, kept as they are there by triggers; the workflow is the one that opened it. */
  workflow_id: Filled<WorkflowId>;
  country: Filled<string>;
  document_type: Filled<DocumentType>;
  external_ref: Filled<string>;
  /** What the risk of its attempt came to; null until it was assessed. */
  risk_score: Filled<number>;
  /** Triggered and not ignored, the heaviest first. */
  signals: ColumnType<SignalName[], never, never>;
  /** The reviewers' own codes. */
  tags: Generated<string[]>;
  /** 0: as any other. */
  priority: Generated<number>;
  /** The riskiest has the lowest, who was not assessed the highest. */
  risk_rank: ColumnType<number, never, never>;
}

/** Written by triggers alone. */
type Filled<T> = ColumnType<T | null, never, never>;

/** A case's signals and tags one by one, written by a trigger: what its queue is filtered by. */
export interface CaseMarksTable extends Owned {
  case_id: CaseId;
  kind: 'signal' | 'tag';
  value: string;
}
