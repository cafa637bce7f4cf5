import type { ErrorCode } from '../errors/catalogue';
import { eventKey, type EventKey, type SessionEvent } from './event';
import { isChangedByOne, isFirstOfTwo, judgeReviewer, reviewPart } from './dual-review';
import { gateTarget, type SessionState, type SessionStatus, type TakenDecision } from './state';
import { isTerminal, statusCatalogue } from './status-catalogue';
import { transitionTable, type Effect, type Guard, type TransitionRow } from './table';

export type Transition =
  /** It happens: commit `state` and carry out `effects`. */
  | {
      readonly kind: 'moved';
      readonly key: EventKey;
      readonly from: SessionStatus;
      readonly state: SessionState;
      readonly effects: readonly Effect[];
    }
  /** The same decision for the same target, or a repeated redact: the first answer again. */
  | { readonly kind: 'repeated'; readonly key: EventKey }
  | { readonly kind: 'refused'; readonly key: EventKey; readonly code: ErrorCode };

/** The one function of the session's life: state × event → state and effects (`1-lifecycle.md`). */
export function transition(state: SessionState, event: SessionEvent): Transition {
  const key = eventKey(event);
  const refused = (code: ErrorCode): Transition => ({ kind: 'refused', key, code });

  if (state.retention === 'redacted') {
    return event.type === 'redact' ? { kind: 'repeated', key } : refused('session_redacted');
  }
  if (state.retention === 'sensitive_redacted') {
    if (event.type === 'hide_data') return { kind: 'repeated', key };
    if (needsSensitiveData(event)) return refused('sensitive_data_expired');
  }
  // It waits for the hold to be lifted; unlike an erasure that was asked for, it comes by itself again.
  if (state.legalHold && isRetention(event)) return refused('legal_hold');
  const named = judgeTarget(state, event);
  if (named !== 'current') {
    return named === 'repeated' ? { kind: 'repeated', key } : refused(named);
  }
  if (event.type === 'redact' && state.legalHold) {
    return rememberErasure(state, key);
  }
  if (event.type === 'lift_hold' && state.erasurePending) {
    return liftAndErase(state, key);
  }
  const row = findRow(state, key);
  if (row === undefined) return refused('invalid_state');
  return {
    kind: 'moved',
    key,
    from: state.status,
    state: nextState(state, event, row),
    effects: effectsOf(state, event, row),
  };
}

export function findRow(state: SessionState, key: EventKey): TransitionRow | undefined {
  return transitionTable.find(
    (row) =>
      row.on === key &&
      row.from.includes(state.status) &&
      row.when.every((guard) => holds(guard, state)),
  );
}

function holds(guard: Guard, state: SessionState): boolean {
  switch (guard) {
    case 'live':
      return !state.isSandbox;
    case 'sandbox':
      return state.isSandbox;
    case 'capture':
    case 'reprocess':
      return state.run.kind === guard;
    case 'first_of_two':
      return isFirstOfTwo(state);
    case 'decisive':
      return !isFirstOfTwo(state);
    case 'changed_by_one':
      return isChangedByOne(state);
    case 'unchanged':
      return !isChangedByOne(state);
  }
}

function isRetention(event: SessionEvent): boolean {
  return event.type === 'hide_data' || event.type === 'end_retention';
}

function needsSensitiveData(event: SessionEvent): boolean {
  return event.type === 'resume' || event.type === 'reprocess';
}

/** Decisions name their target, so that one for something past can be told from one for the present. */
function judgeTarget(state: SessionState, event: SessionEvent): 'current' | 'repeated' | ErrorCode {
  switch (event.type) {
    case 'external': {
      const gate = event.gate ?? state.gate ?? targetGate(state.lastGateDecision);
      if (gate === null) return 'current';
      const target = gateTarget(gate, event.attempt ?? state.attempt);
      if (state.gate !== null && target === gateTarget(state.gate, state.attempt)) return 'current';
      if (isRepeat(state.lastGateDecision, target, event.decision)) return 'repeated';
      return event.gate === undefined && event.attempt === undefined ? 'current' : 'stale_decision';
    }
    case 'review': {
      const attemptIsPast = event.attempt !== undefined && event.attempt !== state.attempt;
      const target = event.caseId ?? state.openCase;
      if (target !== null && target === state.openCase && !attemptIsPast) {
        return judgeReviewer(state, event);
      }
      if (target !== null && isRepeat(state.lastCaseDecision, target, event.decision)) {
        return 'repeated';
      }
      return event.caseId === undefined && !attemptIsPast ? 'current' : 'stale_decision';
    }
    case 'decide':
    case 'give_up':
    case 'reach_gate':
    case 'gate_timeout':
      return event.attempt === state.attempt ? 'current' : 'attempt_stale';
    default:
      return 'current';
  }
}

function targetGate(taken: TakenDecision | null): string | null {
  return taken === null ? null : taken.target.slice(0, taken.target.lastIndexOf('@'));
}

function isRepeat(taken: TakenDecision | null, target: string, decision: string): boolean {
  return taken !== null && taken.target === target && taken.decision === decision;
}

function rememberErasure(state: SessionState, key: EventKey): Transition {
  if (state.erasurePending) return { kind: 'repeated', key };
  return {
    kind: 'moved',
    key,
    from: state.status,
    state: { ...state, erasurePending: true },
    effects: ['remember_erasure'],
  };
}

/** The hold ends and the remembered erasure is carried out in the same transition. */
function liftAndErase(state: SessionState, key: EventKey): Transition {
  const erased = transition(
    { ...state, legalHold: false, erasurePending: false },
    { type: 'redact' },
  );
  return { ...erased, key };
}

function nextState(state: SessionState, event: SessionEvent, row: TransitionRow): SessionState {
  const status = nextStatus(state, row);
  const effects = row.effects;
  const captureBegins = effects.includes('issue_token');
  // Out first, in again where it still holds: a state without dual review has no part of it.
  const { dualReview: _dual, firstReview: _first, changedBy: _changed, ...single } = state;
  return {
    ...single,
    ...reviewPart(state, event, { status, effects }),
    status,
    run: nextRun(state, event, status),
    capture: captureBegins ? state.capture + 1 : state.capture,
    attempt: beginsAttempt(state, event, effects) ? state.attempt + 1 : state.attempt,
    retention: nextRetention(state, effects),
    legalHold: event.type === 'place_hold' || (event.type !== 'lift_hold' && state.legalHold),
    gate:
      event.type === 'reach_gate' ? event.gate : status === 'awaiting_external' ? state.gate : null,
    // A case that this transition opens gets its id from the workflow, which has a clock.
    openCase: keepsCase(status, effects) ? state.openCase : null,
    lastGateDecision:
      event.type === 'external' && state.gate !== null
        ? { target: gateTarget(state.gate, state.attempt), decision: event.decision }
        : state.lastGateDecision,
    lastCaseDecision:
      event.type === 'review' && state.openCase !== null && !effects.includes('recommend_case')
        ? { target: state.openCase, decision: event.decision }
        : state.lastCaseDecision,
  };
}

function nextRetention(
  { retention }: SessionState,
  effects: readonly Effect[],
): SessionState['retention'] {
  if (effects.includes('erase')) return 'redacted';
  return effects.includes('hide') ? 'sensitive_redacted' : retention;
}

function nextStatus(state: SessionState, row: TransitionRow): SessionStatus {
  if (row.to === 'same') return state.status;
  if (row.to !== 'before') return row.to;
  // Only rows guarded by `reprocess` say `before`.
  return state.run.kind === 'reprocess' ? state.run.before : state.status;
}

function nextRun(
  state: SessionState,
  event: SessionEvent,
  status: SessionStatus,
): SessionState['run'] {
  if (event.type === 'reprocess') {
    return { kind: 'reprocess', before: state.status === 'failed' ? 'failed' : 'completed' };
  }
  return event.type === 'resume' || isTerminal(status) || status === 'pending'
    ? { kind: 'capture' }
    : state.run;
}

/** A case lives over under_review and a rerun of the decision; nothing else carries it on. */
function keepsCase(status: SessionStatus, effects: readonly Effect[]): boolean {
  if (effects.includes('close_case') || effects.includes('decide_case')) return false;
  return statusCatalogue[status].keepsCase;
}

/** A correction that needs a reviewer still is the same review: nobody opens a second ticket. */
function isOncePerCase(effect: Effect): boolean {
  return (
    effect === 'open_case' ||
    effect === 'fire:case.created' ||
    effect === 'fire:session.requires-review'
  );
}

/** The row's effects, less those about a case that is not there, plus the end of one that is. */
function effectsOf(
  state: SessionState,
  event: SessionEvent,
  row: TransitionRow,
): readonly Effect[] {
  const hasCase = state.openCase !== null;
  const endsReprocess = state.run.kind === 'reprocess';
  const kept = row.effects.filter((effect) => {
    if (isOncePerCase(effect)) return !hasCase;
    if (effect === 'close_case') return hasCase;
    if (effect === 'begin_attempt') return beginsAttempt(state, event, row.effects);
    if (effect === 'simulate_outcomes') return isSimulated(event);
    if (effect === 'void_recommendation') return state.firstReview !== undefined;
    if (effect === 'end_attempt') return endsReprocess || state.attempt > 0;
    return true;
  });
  // A rerun of the decision that no longer needs a reviewer closes the case (`decision_rerun`), whether
  // the graph decides or the integrator's answer at a gate does.
  const decidedByRerun =
    hasCase && kept.includes('write_result') && !kept.includes('decide_case') && !isReview(row);
  return decidedByRerun ? ['close_case', ...kept] : kept;
}

/** An outcome that is chosen before anything was submitted is the session's first attempt too. */
function beginsAttempt(
  { status }: SessionState,
  event: SessionEvent,
  effects: readonly Effect[],
): boolean {
  if (!effects.includes('begin_attempt')) return false;
  return event.type !== 'outcome' || (isSimulated(event) && status !== 'sandbox_pending');
}

function isSimulated(event: SessionEvent): boolean {
  return event.type === 'outcome' && event.simulated !== undefined;
}

function isReview(row: TransitionRow): boolean {
  return row.to === 'under_review';
}
