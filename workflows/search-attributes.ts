import { upsertSearchAttributes } from '@temporalio/workflow';
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import type { TransitionCommit } from '../activities/session/contract';
import type { CaseId } from '../shared/domain/ids';
import type { SessionStatus } from '../shared/domain/lifecycle/state';
import { searchAttributeKeys as keys } from '../shared/temporal/search-attributes';
import type { SessionLife } from './session-life';

/** On their way to a decision. A brief history shows where this way begins, and where it stops. */
const underWay: ReadonlySet<SessionStatus> = new Set(['pending', 'capturing', 'processing']);

/**
 * What operators filter by in Temporal's list. Each upsert is an event in the history: all that has changed
 * goes with the one that the status or the gate makes.
 */
export class SearchAttributes {
  private status: SessionStatus | undefined;
  private attempt: number | undefined;
  private readonly cases = new Set<CaseId>();
  /** As text, what was told last. */
  private readonly told = new Map<string, string>();

  /** The starter has told the rest; a gate is shown by a run that was started again at one. */
  begin({ state, deadlineMs, outcome }: SessionLife): void {
    const { status, attempt, gate, openCase } = state;
    this.status = status;
    this.attempt = attempt;
    if (openCase !== null) this.cases.add(openCase);
    for (const { key, value } of this.beside(deadlineMs, outcome)) {
      this.told.set(key.name, JSON.stringify(value));
    }
    if (gate !== null) upsertSearchAttributes([{ key: keys.gate, value: gate }]);
  }

  show(commit: TransitionCommit, { deadlineMs, outcome, isBrief }: SessionLife): void {
    const { from, state, gateBefore } = commit;
    if (state.openCase !== null) this.cases.add(state.openCase);
    const isSameGate = gateBefore === state.gate;
    if (from === state.status && isSameGate) return;
    if (isBrief && isSameGate && this.isUnderWay(state.status)) return;
    const isNewAttempt = isBrief
      ? state.attempt !== this.attempt
      : commit.effects.includes('begin_attempt');
    upsertSearchAttributes([
      { key: keys.status, value: state.status },
      ...(isNewAttempt ? [{ key: keys.attempt, value: state.attempt }] : []),
      ...(isSameGate ? [] : [{ key: keys.gate, value: state.gate }]),
      ...this.beside(deadlineMs, outcome).filter((pair) => this.isNews(pair)),
    ]);
    this.status = state.status;
    this.attempt = state.attempt;
  }

  private beside(
    deadlineMs: number | null,
    { decision, reasonCodes, riskBand }: SessionLife['outcome'],
  ): readonly SearchAttributeUpdatePair[] {
    return [
      { key: keys.decision, value: decision },
      { key: keys.reason, value: reasonCodes.length === 0 ? null : [...reasonCodes] },
      { key: keys.riskBand, value: riskBand },
      { key: keys.case, value: this.cases.size === 0 ? null : [...this.cases] },
      { key: keys.deadline, value: deadlineMs === null ? null : new Date(deadlineMs) },
    ];
  }

  private isNews({ key, value }: SearchAttributeUpdatePair): boolean {
    const text = JSON.stringify(value);
    if (this.told.get(key.name) === text) return false;
    this.told.set(key.name, text);
    return true;
  }

  private isUnderWay(status: SessionStatus): boolean {
    return underWay.has(status) && this.status !== undefined && underWay.has(this.status);
  }
}
