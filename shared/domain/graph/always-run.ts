import type { CheckName, CheckOutcome } from '../checks/outcome';
import type { Decision } from '../lifecycle/event';
import type { ScreeningRule } from '../checks/screening-rule';
import type { Graph, PolicyNode } from './definition';
import { checksOf, eagerChecksOf } from './walk';

/** Run before every terminal, whatever a graph or a subset of its checks says. */
export const alwaysRun = [
  'watchlist_screening',
  'risk_assessment',
] as const satisfies readonly CheckName[];

export function isAlwaysRun(check: CheckName): boolean {
  return alwaysRun.some((one) => one === check);
}

/**
 * Those that no eager node of the graph runs at submit. One with a node that waits for the walk keeps that
 * node's configuration: the walk may never come by.
 */
export function alwaysRunOf(graph: Graph): readonly Pick<PolicyNode, 'check' | 'config'>[] {
  const atSubmit = new Set(eagerChecksOf(graph).map(({ check }) => check));
  const own = new Map(checksOf(graph).map((node) => [node.check, node.config]));
  return alwaysRun
    .filter((check) => !atSubmit.has(check))
    .map((check) => ({ check, config: own.get(check) ?? {} }));
}

/** Every check that an attempt by this graph may have an outcome of, each once. */
export function attemptChecksOf(graph: Graph): readonly Pick<PolicyNode, 'check' | 'config'>[] {
  const own = checksOf(graph);
  const besides = alwaysRunOf(graph).filter(
    ({ check }) => !own.some((node) => node.check === check),
  );
  return [...own, ...besides];
}

/** What they came to; a check without an entry has not run. */
export interface AlwaysRunOutcomes extends ScreeningRule {
  readonly outcomes: ReadonlyMap<CheckName, Pick<CheckOutcome, 'status' | 'reasons'>>;
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
 * They only tighten what the graph decided: a risk block to rejected, whatever else has not passed to
 * needs_review. That nobody was looked up is no clearance; only an organisation that said so (`pass`) lets
 * people through while no list is loaded.
 */
export function tighten(decision: Decision, always: AlwaysRunOutcomes): Tightened {
  let tightened: Tightened = { decision, because: null };
  for (const check of alwaysRun) {
    const least = leastOf(check, always);
    if (least !== null && strictness[least] > strictness[tightened.decision]) {
      tightened = { decision: least, because: check };
    }
  }
  return tightened;
}

function leastOf(
  check: CheckName,
  { outcomes, screeningWithoutLists }: AlwaysRunOutcomes,
): Decision | null {
  const outcome = outcomes.get(check);
  if (outcome?.status === 'passed') return null;
  if (outcome?.reasons.includes('risk_blocked') === true) return 'rejected';
  if (outcome?.status === 'failed' || outcome?.status === 'error') return 'needs_review';
  if (screeningWithoutLists === undefined) return null;
  const isAccepted =
    screeningWithoutLists === 'pass' && outcome?.reasons.includes('no_lists_loaded') === true;
  return isAccepted ? null : 'needs_review';
}
