import { ApplicationFailure, uuid4 } from '@temporalio/workflow';
import type { LoadedSession, TransitionCommit } from '../activities/session/contract';
import type { SessionId } from '../shared/ids';
import { caseIdFrom } from '../shared/lifecycle/case-id';
import type { SessionEvent } from '../shared/lifecycle/event';
import type { SessionState } from '../shared/lifecycle/state';
import { transition } from '../shared/lifecycle/transition';
import type { Actor, Refusal, SessionView } from '../shared/temporal/session-messages';

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

const defaultGateTimeoutMs = 7 * 24 * 60 * 60 * 1000;

/**
 * The session inside its workflow: reduces events at once, and keeps what has still to be committed.
 * Synchronous, so that of two events in one workflow task the second sees the first.
 */
export class SessionLife {
  readonly uncommitted: TransitionCommit[] = [];
  committedSequence: number;
  deadlineMs: number | null;
  private current: SessionState;
  private sequence: number;

  constructor(
    private readonly sessionId: SessionId,
    loaded: LoadedSession,
  ) {
    this.current = loaded.state;
    this.sequence = loaded.sequence;
    this.committedSequence = loaded.sequence;
    this.deadlineMs = loaded.deadlineAt === null ? null : Date.parse(loaded.deadlineAt);
  }

  get state(): SessionState {
    return this.current;
  }

  view(repeated: boolean): SessionView {
    return { sequence: this.committedSequence, state: this.current, repeated };
  }

  /** For validators: would this event be refused now? Changes nothing. */
  judge(event: SessionEvent): Refusal['code'] | null {
    const step = transition(this.current, event);
    return step.kind === 'refused' ? step.code : null;
  }

  /** Takes the event if the table allows it, and notes what to commit. */
  apply(
    event: SessionEvent,
    actor: Actor,
    requestId: string | null,
    gateTimeoutSeconds?: number,
  ): Verdict {
    const step = transition(this.current, event);
    if (step.kind === 'refused') return { kind: 'refused', code: step.code };
    if (step.kind === 'repeated') {
      return { kind: 'applied', applied: { repeated: true, sequence: this.sequence } };
    }
    const nowMs = Date.now();
    const gateBefore = this.current.gate;
    this.current = step.effects.includes('open_case')
      ? { ...step.state, openCase: caseIdFrom(nowMs, uuid4()) }
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
    });
    return { kind: 'applied', applied: { repeated: false, sequence: this.sequence } };
  }
}
