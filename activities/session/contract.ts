import type { CheckClass } from '../../shared/domain/checks/catalogue';
import type { CheckName, CheckOutcome } from '../../shared/domain/checks/outcome';
import type { Graph, PolicyNode } from '../../shared/domain/graph/definition';
import type { ErrorCode } from '../../shared/domain/errors/catalogue';
import type { SessionId } from '../../shared/domain/ids';
import type { Decision, SessionEvent } from '../../shared/domain/lifecycle/event';
import type { SessionState, SessionStatus } from '../../shared/domain/lifecycle/state';
import type { RefusedEvent } from '../../shared/domain/lifecycle/timeline-event';
import type { Effect } from '../../shared/domain/lifecycle/table';
import type { ScreeningRule } from '../../shared/domain/checks/screening-rule';
import type { Actor } from '../../shared/temporal/session-messages';

/** What a run of the workflow begins from. Times are ISO 8601, as everything in Temporal is JSON. */
export interface LoadedSession {
  readonly state: SessionState;
  readonly sequence: number;
  /** When the present status ends by itself; null when it does not. */
  readonly deadlineAt: string | null;
  /** The message that made the last transition, if one did; absent in histories of release 0.1.0. */
  readonly lastRequestId?: string | null;
  /** Whose messages count, whatever key the run was started with; absent in histories of release 0.1.0. */
  readonly messageKey?: string;
  /**
   * How this release's runs write their history: fewer search attributes, one activity for checks of
   * several classes, timers left to the end. Absent in histories of before, which go on as they began.
   */
  readonly history?: 'brief';
  /** The result that counts; absent in older histories. */
  readonly result?: Decision | null;
}

/** What a run went by that has not read its row: nothing of it is true before the row agrees. */
export interface ToldStart {
  readonly state: SessionState;
  readonly messageKey: string;
}

/** One transition to commit, whole: the same content under the same number may come again. */
export interface TransitionCommit {
  readonly sessionId: SessionId;
  readonly sequence: number;
  readonly event: SessionEvent;
  readonly from: SessionStatus;
  /** The gate the session stood at before, which an answer to it names. */
  readonly gateBefore: string | null;
  readonly state: SessionState;
  readonly effects: readonly Effect[];
  readonly actor: Actor;
  readonly requestId: string | null;
  readonly at: string;
  /** Set by `reach_gate`: when nobody has answered by then, the gate times out. */
  readonly gateDeadlineAt: string | null;
  /** Present in the first commit of a run that was told its state: the row has to agree. */
  readonly told?: ToldStart;
}

export interface Committed {
  readonly deadlineAt: string | null;
  /** The service's own, in the answer to what was told. */
  readonly messageKey?: string;
  /** What `loadAttempt` would say, when the transition runs the graph; absent in older histories. */
  readonly attempt?: LoadedAttempt;
  /** What was made up for a tester's outcome; absent in older histories, and where it was committed before. */
  readonly simulated?: readonly KnownOutcome[];
}

/** As much of an outcome as operators are told. */
export type KnownOutcome = Pick<CheckOutcome, 'check' | 'status' | 'score' | 'reasons'>;

export interface LoadedAttempt extends ScreeningRule {
  /** With only the checks that the session asked for. */
  readonly graph: Graph;
  /** Checks that run whatever the graph asks; absent in histories of release 0.1.0. */
  readonly always?: readonly CheckNode[];
  readonly outcomes: readonly CheckOutcome[];
  readonly gates: Readonly<Record<string, 'continue' | 'fail' | 'timeout'>>;
  /** A case of this attempt needs two reviewers; absent in histories of release 0.1.0. */
  readonly dualReview?: boolean;
}

export interface AttemptRef {
  readonly sessionId: SessionId;
  readonly attempt: number;
}

export interface RefusedSignal extends AttemptRef {
  readonly signal: RefusedEvent;
  readonly code: string;
  /** Where the session stood when it came, which its row may not say yet. */
  readonly status: SessionStatus;
  readonly at: string;
}

/** Why a session may not be submitted as it is; null when it may. */
export interface SubmitVerdict {
  readonly refused: ErrorCode | null;
}

/** Database writes and reads; the workflow calls these as local activities. */
export interface SessionActivities {
  loadSession(sessionId: SessionId): Promise<LoadedSession>;
  judgeSubmit(sessionId: SessionId): Promise<SubmitVerdict>;
  /** @throws ApplicationFailure `start_refuted`, not retryable, when the row contradicts `told` */
  commitTransition(commit: TransitionCommit): Promise<Committed>;
  loadAttempt(ref: AttemptRef): Promise<LoadedAttempt>;
  /** Where a conditional node leads, judged on facts that stay outside Temporal. */
  chooseRoute(ref: AttemptRef & { readonly node: string }): Promise<{ readonly to: string }>;
  recordRefusedSignal(refused: RefusedSignal): Promise<void>;
  /** Writes `error` for checks whose activity gave up. */
  recordErrors(ref: AttemptRef & { readonly checks: readonly CheckName[] }): Promise<void>;
}

/** Remote: the object store may be slow or away. */
export interface ErasureActivities {
  eraseObjects(ref: { readonly sessionId: SessionId }): Promise<void>;
}

export type CheckNode = Pick<PolicyNode, 'check' | 'config'>;

export interface CheckRequest extends AttemptRef {
  readonly checks: readonly CheckNode[];
}

/** What became of checks of several classes. */
export interface CheckRound {
  readonly outcomes: readonly CheckOutcome[];
  /** Classes whose engine broke off; those of their checks that were done have their outcome. */
  readonly broken: readonly CheckClass[];
}

/** Remote, on the checks queue. */
export interface CheckActivities {
  /**
   * Checks of several classes: documents and faces side by side, then the records. The records are not
   * asked when an engine broke: the class has its next tries in an activity of its own.
   */
  runChecks(request: CheckRequest): Promise<CheckRound>;
  runDocumentChecks(request: CheckRequest): Promise<readonly CheckOutcome[]>;
  runFaceChecks(request: CheckRequest): Promise<readonly CheckOutcome[]>;
  runRecordChecks(request: CheckRequest): Promise<readonly CheckOutcome[]>;
}

/** The parts of the sweep: each goes on where it stopped, and may run beside the others. */
export interface SweepActivities {
  /** Restarts what should run and does not; returns how many sessions that were. */
  sweepSessions(): Promise<{ readonly restarted: number }>;
  startOwedInvitations(): Promise<void>;
  cleanUp(): Promise<void>;
  sealAudit(): Promise<{ readonly sealed: number }>;
  /** What erasures left to delete in the object store. */
  finishErasures(): Promise<{ readonly finished: number }>;
  /** Objects whose row never came. */
  deleteOrphans(): Promise<{ readonly deleted: number }>;
}

export interface RetentionActivities {
  /** Carries retention out for whatever is due; answers with how many sessions that were. */
  endRetention(): Promise<{ readonly hidden: number; readonly destroyed: number }>;
}
