import type { CaseId, UserId } from '../ids';

export const sessionStatuses = [
  'pending',
  'capturing',
  'processing',
  'awaiting_external',
  'under_review',
  'sandbox_pending',
  'completed',
  'expired',
  'failed',
] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const retentionStatuses = ['active', 'sensitive_redacted', 'redacted'] as const;
export type RetentionStatus = (typeof retentionStatuses)[number];

/** A capture ends `expired` when it is given up; a reprocess falls back to the status before it. */
export type Run =
  | { readonly kind: 'capture' }
  | { readonly kind: 'reprocess'; readonly before: 'completed' | 'failed' };

/** The last decision taken for one target; the same one again gets the first answer again. */
export interface TakenDecision {
  readonly target: string;
  readonly decision: string;
}

/** What the first of two reviewers recommended. */
export interface FirstReview {
  readonly decision: 'approve' | 'reject';
  /** Null: a signal, which nobody vouches for. */
  readonly by: UserId | null;
}

/** Everything the table needs to say what may happen next. Ids and codes only: it lives in Temporal. */
export interface SessionState {
  readonly status: SessionStatus;
  readonly isSandbox: boolean;
  readonly retention: RetentionStatus;
  readonly legalHold: boolean;
  /** An erasure was asked for under a legal hold and waits for its end. */
  readonly erasurePending: boolean;
  readonly run: Run;
  /** Counts captures: 1 at creation, one more at each resume or resubmission. */
  readonly capture: number;
  /** Counts processings: 0 until the first submit. */
  readonly attempt: number;
  /** The external gate where the session stands, by its node's name. */
  readonly gate: string | null;
  readonly openCase: CaseId | null;
  readonly lastGateDecision: TakenDecision | null;
  readonly lastCaseDecision: TakenDecision | null;
  /** The open case needs two reviewers. Absent, as in all states of release 0.1.0: one. */
  readonly dualReview?: true;
  /** Present while the open case waits for its second reviewer. */
  readonly firstReview?: FirstReview;
  /** Who changed what the open case of two reviewers is decided on, while that decision runs. */
  readonly changedBy?: UserId;
}

export function newSessionState(isSandbox: boolean): SessionState {
  return {
    status: 'pending',
    isSandbox,
    retention: 'active',
    legalHold: false,
    erasurePending: false,
    run: { kind: 'capture' },
    capture: 1,
    attempt: 0,
    gate: null,
    openCase: null,
    lastGateDecision: null,
    lastCaseDecision: null,
  };
}

/** How a gate is named in a decision: the same node in a later attempt is another target. */
export function gateTarget(gate: string, attempt: number): string {
  return `${gate}@${String(attempt)}`;
}
