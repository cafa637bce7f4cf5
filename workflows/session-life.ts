import { ApplicationFailure } from '@temporalio/workflow';
import type {
  Committed,
  LoadedSession,
  ToldStart,
  TransitionCommit,
} from '../activities/session/contract';
import type { SessionId } from '../shared/domain/ids';
import { caseIdOf } from '../shared/domain/lifecycle/case-id';
import type { SessionEvent } from '../shared/domain/lifecycle/event';
import type { SessionState } from '../shared/domain/lifecycle/state';
import { transition } from '../shared/domain/lifecycle/transition';
import { SessionOutcome } from './session-outcome';
import type {
  Actor,
  Refusal,
  SessionMessage,
  SessionView,
} from '../shared/temporal/session-messages';

/** A refusal as the Update's caller gets it: the code as type, nothing to retry. */
export function refusal(code: Refusal['code'], status: Refusal['status']): ApplicationFailure {
  const details: Refusal = { code, status };
  return ApplicationFailure.nonRetryable(code, code, details);
}

export interface Applied {
  readonly repeated: boolean;
  readonly sequence: number;
}

export type Verdict =
  | { readonly kind: 'applied'; readonly applied: Applied }
  | { readonly kind: 'refused'; readonly code: Refusal['code'] };

export function refusalOf(verdict: Verdict): Refusal['code'] | null {
  return verdict.kind === 'refused' ? verdict.code : null;
}

const defaultGateTimeoutMs = 7 * 24 * 60 * 60 * 1000;

/**
 * The session inside its workflow: reduces events at once, and keeps what has still to be committed.
 * Synchronous, so that of two events in one workflow task the second sees the first.
 */
export class SessionLife {
  readonly uncommitted: TransitionCommit[] = [];
  /** When the present status ends by itself. */
  deadlineMs: number | null = null;
  /** Whose messages count; null in a run of release 0.1.0, until the row is read again. */
  messageKey: string | null;
  /** Whether this run writes its history as releases since 0.2.0 do. */
  readonly isBrief: boolean;
  /** What it goes by while no row was read and nothing committed; null once the row has agreed. */
  private told: ToldStart | null;
  /** For operators: what it has come to. */
  readonly outcome = new SessionOutcome();
  private shown: SessionView;
  private current: SessionState;
  private sequence: number;
  private readonly lastRequestId: string | null;

  constructor(
    private readonly sessionId: SessionId,
    loaded: LoadedSession,
    /** Of a state that the starter told; absent, it was read from the row. */
    told: ToldStart | null = null,
  ) {
    this.told = told;
    this.isBrief = loaded.history === 'brief';
    this.current = loaded.state;
    this.sequence = loaded.sequence;
    this.shown = { sequence: loaded.sequence, state: loaded.state, repeated: false };
    this.lastRequestId = loaded.lastRequestId ?? null;
    this.messageKey = loaded.messageKey ?? null;
    this.deadlineIs(loaded.deadlineAt);
    this.outcome.begin(loaded.state, loaded.result ?? null);
  }

  get committedSequence(): number {
    return this.shown.sequence;
  }

  /** The row has said, or agreed to, what this goes by. */
  get isConfirmed(): boolean {
    return this.told === null;
  }

  /** Nothing is on its way to the row. */
  get isSettled(): boolean {
    return this.sequence === this.shown.sequence;
  }

  deadlineIs(at: string | null): void {
    this.deadlineMs = at === null ? null : Date.parse(at);
  }

  committed(commit: TransitionCommit, { deadlineAt, messageKey, simulated }: Committed): void {
    const { sequence, state } = commit;
    this.shown = { sequence, state, repeated: false };
    this.outcome.committed(commit);
    if (simulated !== undefined) this.outcome.checked(simulated);
    this.deadlineIs(deadlineAt);
    if (this.told === null) return;
    this.told = null;
    this.messageKey = messageKey ?? this.messageKey;
  }

  /**
   * Whether this event may be taken by what the starter told: its commit will show whether the row
   * agrees. Anything that is answered without a commit waits for the row.
   */
  movesAtOnce(event: SessionEvent, sequence: number | null): boolean {
    const isFirst = this.isSettled && (sequence === null || sequence === this.sequence);
    return isFirst && transition(this.current, event).kind === 'moved';
  }

  get state(): SessionState {
    return this.current;
  }

  /** What is committed: whoever has an answer can read it back. */
  view(repeated: boolean): SessionView {
    return { ...this.shown, repeated };
  }

  /** For validators: would this event be refused now? Changes nothing. */
  judge(event: SessionEvent, requestId: string | null): Refusal['code'] | null {
    if (this.hasMoved(requestId)) return null;
    const step = transition(this.current, event);
    return step.kind === 'refused' ? step.code : null;
  }

  /**
   * The same of a message that the service signed: it moves the session on from the state that its
   * sender saw, or not at all. Otherwise whoever reads histories could send an old one again.
   */
  judgeFresh(
    { event, requestId }: SessionMessage,
    sequence: number | null,
  ): Refusal['code'] | null {
    const code = this.judge(event, requestId);
    const isFresh = sequence === null || sequence === this.sequence || this.hasMoved(requestId);
    if (code !== null || isFresh) return code;
    return transition(this.current, event).kind === 'moved' ? 'message_stale' : null;
  }

  /** Takes the event if the table allows it, and notes what to commit. */
  apply(
    event: SessionEvent,
    actor: Actor,
    requestId: string | null,
    gateTimeoutSeconds?: number,
  ): Verdict {
    // Its first answer, which nobody has heard: not a repeat.
    if (this.hasMoved(requestId)) {
      return { kind: 'applied', applied: { repeated: false, sequence: this.sequence } };
    }
    const step = transition(this.current, event);
    if (step.kind === 'repeated') {
      return { kind: 'applied', applied: { repeated: true, sequence: this.sequence } };
    }
    if (step.kind === 'refused') return { kind: 'refused', code: step.code };
    const nowMs = Date.now();
    const gateBefore = this.current.gate;
    this.current = step.effects.includes('open_case')
      ? { ...step.state, openCase: caseIdOf(this.sessionId, this.sequence + 1) }
      : step.state;
    this.sequence += 1;
    this.uncommitted.push({
      sessionId: this.sessionId,
      sequence: this.sequence,
      event,
      from: step.from,
      gateBefore,
      state: this.current,
      effects: step.effects,
      actor,
      requestId,
      at: new Date(nowMs).toISOString(),
      gateDeadlineAt:
        event.type === 'reach_gate'
          ? new Date(
              nowMs +
                (gateTimeoutSeconds === undefined
                  ? defaultGateTimeoutMs
                  : gateTimeoutSeconds * 1000),
            ).toISOString()
          : null,
      ...(this.told === null ? {} : { told: this.told }),
    });
    return { kind: 'applied', applied: { repeated: false, sequence: this.sequence } };
  }

  /**
   * Whether this very message made the transition that the row was loaded with. A worker that dies behind
   * its commit leaves no trace of it in the history: the next one loads the moved row, and is handed the
   * message again.
   */
  private hasMoved(requestId: string | null): boolean {
    return requestId !== null && requestId === this.lastRequestId;
  }
}
