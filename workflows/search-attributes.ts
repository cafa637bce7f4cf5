import { upsertSearchAttributes } from '@temporalio/workflow';
import type { TransitionCommit } from '../activities/session/contract';
import type { SessionState, SessionStatus } from '../shared/domain/lifecycle/state';
import { searchAttributeKeys as keys } from '../shared/temporal/search-attribute-keys';

/** On their way to a decision. A brief history shows where this way begins, and where it stops. */
const underWay: ReadonlySet<SessionStatus> = new Set(['pending', 'capturing', 'processing']);

/** What operators filter by in Temporal's list. Each upsert is an event in the history. */
export class SearchAttributes {
  private status: SessionStatus | undefined;
  private attempt: number | undefined;

  /** The starter has told the rest; a gate is shown by a run that was started again at one. */
  begin({ status, attempt, gate }: SessionState): void {
    this.status = status;
    this.attempt = attempt;
    if (gate !== null) upsertSearchAttributes([{ key: keys.gate, value: gate }]);
  }

  show(commit: TransitionCommit, history: 'brief' | 'full'): void {
    const { from, state, gateBefore } = commit;
    const isSameGate = gateBefore === state.gate;
    if (from === state.status && isSameGate) return;
    if (history === 'brief' && isSameGate && this.isUnderWay(state.status)) return;
    const isNewAttempt =
      history === 'brief'
        ? state.attempt !== this.attempt
        : commit.effects.includes('begin_attempt');
    upsertSearchAttributes([
      { key: keys.status, value: state.status },
      ...(isNewAttempt ? [{ key: keys.attempt, value: state.attempt }] : []),
      ...(isSameGate ? [] : [{ key: keys.gate, value: state.gate }]),
    ]);
    this.status = state.status;
    this.attempt = state.attempt;
  }

  private isUnderWay(status: SessionStatus): boolean {
    return underWay.has(status) && this.status !== undefined && underWay.has(this.status);
  }
}
