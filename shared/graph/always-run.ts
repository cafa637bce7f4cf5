import type { CheckName, CheckOutcome } from '../checks/outcome';
import type { Decision } from '../lifecycle/event';
import type { Graph, PolicyNode } from './definition';
import { checksOf } from './walk';

const alwaysRun: readonly CheckName[] = ['watchlist_screening', 'risk_assessment'];

/** Run before every terminal, whatever the graph says; one that has a node of its own is the node's. */
export function alwaysRunOf(graph: Graph): readonly Pick<PolicyNode, 'check' | 'config'>[] {
  const asked = new Set(checksOf(graph).map(({ check }) => check));
  return alwaysRun.filter((check) => !asked.has(check)).map((check) => ({ check, config: {} }));
}

export interface Tightened {
  readonly decision: Decision;
  /** The check that made it so; null: the graph's own decision stands. */
  readonly because: CheckName | null;
}

const strictness: Readonly<Record<Decision, number>> = {
  approved: 0,
  needs_review: 1,
  rejected: 2,
};

/**
 * They only tighten what the graph decided: a watchlist hit to needs_review, a risk block to rejected,
 * high or critical risk to needs_review. One that broke leaves the decision to people; one that had
 * nothing to look at (no list was ever loaded) changes nothing.
 */
export function tighten(
  decision: Decision,
  outcomes: ReadonlyMap<CheckName, Pick<CheckOutcome, 'status' | 'reasons'>>,
): Tightened {
  let tightened: Tightened = { decision, because: null };
  for (const check of alwaysRun) {
    const least = leastOf(outcomes.get(check));
    if (least !== null && strictness[least] > strictness[tightened.decision]) {
      tightened = { decision: least, because: check };
    }
  }
  return tightened;
}

function leastOf(outcome: Pick<CheckOutcome, 'status' | 'reasons'> | undefined): Decision | null {
  if (outcome === undefined) return null;
  if (outcome.reasons.includes('risk_blocked')) return 'rejected';
  return outcome.status === 'failed' || outcome.status === 'error' ? 'needs_review' : null;
}
