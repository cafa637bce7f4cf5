import type { CaseId, EventId, LinkId, SessionId } from '../../../shared/domain/ids';

/** What was looked at, or why it could not be: the rest is told all the same. */
export type Part<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'unread'; readonly why: string };

export interface SessionFacts {
  readonly organizationId: string;
  readonly environment: string;
  readonly status: string;
  readonly attempt: number;
  readonly capture: number;
  /** Committed transitions. */
  readonly sequence: number;
  readonly deadlineAt: Date | null;
  readonly retention: string;
  readonly legalHold: boolean;
  readonly hasKey: boolean;
  readonly result: string | null;
  readonly workflow: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Whether a run could go on from `state`. */
  readonly isReadable: boolean;
  /** Where the external gate is, and what waits; null where the state cannot be read. */
  readonly gate: string | null;
  readonly erasurePending: boolean;
}

export interface PendingActivity {
  readonly activity: string;
  /** 0: no worker has taken it yet. */
  readonly startedTries: number;
  readonly scheduledAt: Date | null;
  readonly nextTryAt: Date | null;
  /** A code or a class, never a message. */
  readonly lastFailure: string | null;
}

export interface WorkflowFacts {
  /** Temporal's word: RUNNING, COMPLETED, TERMINATED … */
  readonly status: string;
  readonly runId: string;
  readonly events: number;
  readonly startedAt: Date;
  readonly closedAt: Date | null;
  readonly lastEvent: { readonly type: string; readonly at: Date | null } | null;
  /** A workflow task that waits for a worker, or fails again and again. */
  readonly task: {
    readonly tries: number;
    readonly isStarted: boolean;
    readonly scheduledAt: Date | null;
  } | null;
  /** Of the newest failed workflow task, where no later one went well. */
  readonly taskFailure: string | null;
  readonly activities: readonly PendingActivity[];
}

export interface DeliveryFacts {
  readonly id: string;
  readonly endpointId: string;
  readonly endpointState: 'enabled' | 'disabled' | 'deleted';
  /** A code: why it was disabled. */
  readonly disabledReason: string | null;
  readonly eventType: string;
  readonly status: string;
  readonly round: number;
  readonly tries: number;
  readonly nextTryAt: Date | null;
  readonly lastTry: {
    readonly at: Date;
    readonly statusCode: number | null;
    readonly error: string | null;
    readonly durationMs: number;
  } | null;
}

export interface CheckFacts {
  readonly check: string;
  readonly status: string;
  readonly reasons: readonly string[];
  readonly engine: string;
  readonly durationMs: number;
}

export interface LinkFacts {
  readonly id: LinkId;
  readonly status: string;
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

export interface StepFacts {
  readonly at: Date;
  readonly kind: string;
  readonly event: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: string;
  readonly requestId: string | null;
}

export interface RecordFacts {
  readonly checks: readonly CheckFacts[];
  readonly links: readonly LinkFacts[];
  readonly cases: readonly { readonly id: CaseId; readonly status: string }[];
  readonly invitations: readonly { readonly number: number; readonly state: string }[];
  /** The newest, newest first. */
  readonly steps: readonly StepFacts[];
  /** Erased, with objects that the store has still to delete. */
  readonly objectsToDelete: number;
}

export interface WebhookFacts {
  /** Events that no dispatcher has taken yet. */
  readonly undispatched: readonly EventId[];
  /** By status. */
  readonly counts: Readonly<Record<string, number>>;
  /** Those that are not delivered, newest first. */
  readonly troubled: readonly DeliveryFacts[];
}

/** One session's story, in ids, codes, numbers and times. */
export interface Explanation {
  readonly sessionId: SessionId;
  readonly at: Date;
  /** Null: there is no such row. */
  readonly session: Part<SessionFacts | null>;
  /** Null: Temporal knows no such workflow. */
  readonly workflow: Part<WorkflowFacts | null>;
  readonly records: Part<RecordFacts>;
  readonly webhooks: Part<WebhookFacts>;
}
