import type { ErrorCode } from '../domain/errors/catalogue';
import type { OrganizationId, SessionId, WorkflowId } from '../domain/ids';
import type { SessionEvent } from '../domain/lifecycle/event';
import type { SessionState } from '../domain/lifecycle/state';

type Environment = 'live' | 'sandbox';

/** The session workflow's one argument: enough for its search attributes; the rest is in the row. */
export interface SessionWorkflowInput {
  readonly sessionId: SessionId;
  readonly organizationId: OrganizationId;
  readonly environment: Environment;
  readonly workflowId: WorkflowId;
  /** Ed25519, 32 bytes in hex: whose messages count. Absent: started by release 0.1.0. */
  readonly messageKey?: string;
  /**
   * Present when the row was created a moment ago, so that its state is a new session's and need not be
   * read. Anybody can start a workflow by hand: nothing is committed on the word of it (`ToldStart`).
   */
  readonly begun?: {
    /** When the capture token runs out, ISO 8601. */
    readonly deadlineAt: string;
  };
}

/** Who caused an event. Never a name or an address: ids only. */
export interface Actor {
  readonly kind: 'api_key' | 'person' | 'reviewer' | 'operator' | 'system';
  readonly id: string | null;
}

/** The events that callers outside the workflow may send, each an Update named by its type. */
export const updateNames = [
  'start_capture',
  'submit',
  'resume',
  'outcome',
  'external',
  'review',
  'rerun',
  'expire',
  'reprocess',
  'redact',
  'hide_data',
  'end_retention',
  'place_hold',
  'lift_hold',
] as const;
export type UpdateName = (typeof updateNames)[number];
export type SentEvent = Extract<SessionEvent, { readonly type: UpdateName }>;

/** What API and worker send, and vouch for. */
export interface SessionMessage<E extends SentEvent = SentEvent> {
  readonly event: E;
  readonly actor: Actor;
  readonly requestId: string;
}

/** The argument of an Update from API or worker; whatever else comes in its place is an operator's. */
export interface SignedMessage extends SessionMessage {
  /** Transitions committed when it was signed: good for the next one only, so that nobody sends it again. */
  readonly sequence: number;
  /** Ed25519 over `signedText()`, hex. */
  readonly signature: string;
}

/** An Update's answer, given when its transition is committed. */
export interface SessionView {
  readonly sequence: number;
  readonly state: SessionState;
  /** True when the event had taken effect before: the first answer again. */
  readonly repeated: boolean;
}

/** `details[0]` of the ApplicationFailure (whose `type` is the code) that refuses an Update. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly status: SessionState['status'];
}

/** The Signals for operators (`0-architecture.md`, invariant 3), with what each carries. */
export interface SignalPayloads {
  readonly captureSubmitted: undefined;
  readonly expire: undefined;
  readonly resume: undefined;
  readonly reviewDecision: {
    readonly decision: 'approve' | 'reject';
    readonly reason_code?: string;
    readonly case_id?: string;
    readonly attempt?: number;
  };
  readonly externalDecision: {
    readonly decision: 'continue' | 'fail' | 'reject';
    readonly gate?: string;
    readonly attempt?: number;
  };
}
export type SignalName = keyof SignalPayloads;

/** The failure of a first commit when the row contradicts what the run was started with. */
export const startRefuted = 'start_refuted';

/** The failure of loading a row whose state is none: nothing to retry until somebody has mended it. */
export const sessionUnreadable = 'session_unreadable';
