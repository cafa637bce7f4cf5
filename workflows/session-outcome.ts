import type { KnownOutcome, TransitionCommit } from '../activities/session/contract';
import { inOrderOfNames } from '../shared/domain/checks/outcome';
import { decisionOf } from '../shared/domain/lifecycle/decision-of';
import type { Decision } from '../shared/domain/lifecycle/event';
import type { SessionState } from '../shared/domain/lifecycle/state';
import { toldReason } from '../shared/domain/cases/told-reason';
import { riskLevelOf } from '../shared/domain/risk/risk-level';
import type { SessionResult } from '../shared/temporal/session-result';

interface Decided {
  readonly decision: Decision | null;
  readonly reasonCode: string | null;
}

/** More than one session's checks have at once; search attributes are bounded. */
const mostReasons = 12;
const undecided: Decided = { decision: null, reasonCode: null };

/** What a run has come to so far, for its search attributes and its result. */
export class SessionOutcome {
  private decided = undecided;
  /** What counts again when a reprocess is given back. */
  private before = undecided;
  private outcomes: readonly KnownOutcome[] | null = null;

  /** The row knows which decision counts; what the checks said is known to the run that ran them. */
  begin({ status, run }: SessionState, result: Decision | null): void {
    // A case that was left undecided has left its `needs_review` in the row.
    const isOpen = result === 'needs_review' && status !== 'under_review';
    this.decided = isOpen ? undecided : { decision: result, reasonCode: null };
    const isFinal = run.kind === 'capture' && result !== 'needs_review';
    this.before = isFinal ? this.decided : undecided;
  }

  checked(outcomes: readonly KnownOutcome[]): void {
    this.outcomes = inOrderOfNames(outcomes);
  }

  committed({
    event,
    effects,
    state,
  }: Pick<TransitionCommit, 'event' | 'effects' | 'state'>): void {
    // What is known is of an attempt before.
    if (effects.includes('begin_attempt')) this.outcomes = null;
    if (effects.includes('write_result')) {
      this.decided = { decision: decisionOf(event), reasonCode: toldReason(event) };
    } else if (event.type === 'give_up' && state.status === 'failed') {
      this.decided = { decision: null, reasonCode: event.errorCode };
    } else if (effects.includes('issue_token')) this.decided = undecided;
    else if (effects.includes('end_attempt')) this.decided = this.before;
  }

  get decision(): Decision | null {
    return this.decided.decision;
  }

  get riskBand(): SessionResult['riskBand'] {
    const risk = this.outcomes?.find(({ check }) => check === 'risk_assessment');
    return risk?.score == null ? null : riskLevelOf(Math.round(risk.score * 100));
  }

  /** Empty where nothing has to be explained: an approval, and a session that is under way. */
  get reasonCodes(): readonly string[] {
    const { reasonCode } = this.decided;
    if (reasonCode === null) return [];
    const failed = (this.outcomes ?? []).filter(
      ({ status }) => status === 'failed' || status === 'error',
    );
    const codes = [reasonCode, ...failed.flatMap(({ reasons }) => reasons)];
    return [...new Set(codes)].slice(0, mostReasons);
  }

  result({ status, attempt }: SessionState): SessionResult {
    const { decision, reasonCodes, riskBand, outcomes } = this;
    const checks = outcomes?.map(({ check, status: said }) => [check, said] as const) ?? null;
    return {
      status,
      decision,
      reasonCodes,
      attempt,
      riskBand,
      checks: checks === null ? null : Object.fromEntries(checks),
    };
  }
}
