import type { BlockedKind } from '../lists/blocked-kind';
import type { CheckName } from '../checks/outcome';
import type { AuditId, CaseId, UserId, WorkflowId } from '../ids';
import { assertNever } from '../assert-never';

export const decisions = ['approved', 'rejected', 'needs_review'] as const;
export type Decision = (typeof decisions)[number];
export type SandboxOutcome = 'approve' | 'reject' | 'needs_review' | 'expire';
export type ExternalDecision = 'continue' | 'fail' | 'reject';
export type ReviewDecision = 'approve' | 'reject' | 'resubmit';

/** What can happen to a session. Ids and codes only: events travel through Temporal. */
export type SessionEvent =
  | { readonly type: 'start_capture' }
  | { readonly type: 'token_ran_out' }
  | { readonly type: 'resume' }
  | { readonly type: 'submit' }
  | {
      readonly type: 'outcome';
      readonly outcome: SandboxOutcome;
      /**
       * What the checks are to say: this one fails, for this reason; empty: as the outcome has it. Absent, as
       * in histories of release 0.1.0: nothing is made up, and the session has no attempt of it.
       */
      readonly simulated?: { readonly check?: CheckName; readonly reason?: string };
      /** From the documented enum of rejection reasons. */
      readonly reasonCode?: string;
      /** A case that this opens needs two reviewers. Absent: one. */
      readonly dualReview?: true;
    }
  | { readonly type: 'sandbox_wait_over' }
  | {
      readonly type: 'decide';
      readonly attempt: number;
      readonly decision: Decision;
      /** From the documented enum of rejection reasons; null when approved. */
      readonly reasonCode: string | null;
      /** A case that this opens needs two reviewers. Absent: one. */
      readonly dualReview?: true;
    }
  | { readonly type: 'reach_gate'; readonly attempt: number; readonly gate: string }
  | { readonly type: 'give_up'; readonly attempt: number; readonly errorCode: string }
  | {
      readonly type: 'external';
      readonly decision: ExternalDecision;
      readonly gate?: string;
      readonly attempt?: number;
    }
  | { readonly type: 'gate_timeout'; readonly attempt: number; readonly gate: string }
  | {
      readonly type: 'review';
      readonly decision: ReviewDecision;
      readonly caseId?: CaseId;
      readonly attempt?: number;
      readonly reasonCode?: string;
      /** The pieces asked for again, for `resubmit`. */
      readonly pieces?: readonly string[];
      /** Who decides, when somebody vouches for it: a signal's sender is nobody. */
      readonly reviewer?: UserId;
      /** For `reject`: what finds the person again goes to the organisation's list; of it all, or these kinds. */
      readonly blocklist?: true | readonly BlockedKind[];
    }
  | {
      readonly type: 'rerun';
      readonly cause: 'override' | 'correction';
      /** The recorded change that takes effect with it. */
      readonly change?: AuditId;
      /** Whose change it is. Absent in histories of release 0.1.0, and for an API key. */
      readonly reviewer?: UserId;
    }
  | { readonly type: 'expire' }
  | {
      readonly type: 'reprocess';
      readonly via: 'reprocess' | 'trigger' | 'resume_workflow';
      /** `trigger`: judged by this workflow; default the session's own. */
      readonly workflowId?: WorkflowId;
      /** `resume_workflow`: outcomes taken over from the attempt before. */
      readonly carried?: readonly CheckName[];
    }
  | { readonly type: 'redact' }
  /** `sensitive_data_retention_days` are over: nobody reads what is personal any more. */
  | { readonly type: 'hide_data' }
  /** `data_retention_days` are over: what is personal is destroyed. */
  | { readonly type: 'end_retention' }
  | { readonly type: 'place_hold' }
  | { readonly type: 'lift_hold' };

/** The table's column: an event with the part of its content that picks the row. */
export const eventKeys = [
  'start_capture',
  'token_ran_out',
  'resume',
  'submit',
  'outcome.approve',
  'outcome.reject',
  'outcome.needs_review',
  'outcome.expire',
  'sandbox_wait_over',
  'decide.approved',
  'decide.rejected',
  'decide.needs_review',
  'reach_gate',
  'give_up',
  'external.continue',
  'external.fail',
  'external.reject',
  'gate_timeout',
  'review.approve',
  'review.reject',
  'review.resubmit',
  'rerun',
  'expire',
  'reprocess',
  'redact',
  'hide_data',
  'end_retention',
  'place_hold',
  'lift_hold',
] as const;
export type EventKey = (typeof eventKeys)[number];

export function eventKey(event: SessionEvent): EventKey {
  switch (event.type) {
    case 'outcome':
      return `outcome.${event.outcome}`;
    case 'decide':
    case 'external':
    case 'review':
      return keyOfDecision(event);
    case 'start_capture':
    case 'token_ran_out':
    case 'resume':
    case 'submit':
    case 'sandbox_wait_over':
    case 'reach_gate':
    case 'give_up':
    case 'gate_timeout':
    case 'rerun':
    case 'expire':
    case 'reprocess':
    case 'redact':
    case 'hide_data':
    case 'end_retention':
    case 'place_hold':
    case 'lift_hold':
      return event.type;
    default:
      return assertNever(event);
  }
}

function keyOfDecision(
  event: Extract<SessionEvent, { type: 'decide' | 'external' | 'review' }>,
): EventKey {
  switch (event.type) {
    case 'decide':
      return `decide.${event.decision}`;
    case 'external':
      return `external.${event.decision}`;
    case 'review':
      return `review.${event.decision}`;
    default:
      return assertNever(event);
  }
}
