import { readdirSync, readFileSync } from 'node:fs';
import {
  checkStatuses,
  type CheckName,
  type CheckOutcome,
  type CheckStatus,
} from '../../../shared/domain/checks/outcome';
import { alwaysRun } from '../../../shared/domain/graph/always-run';
import { conclude, type Concluded } from '../../../shared/domain/graph/conclude';
import {
  defaultWorkflow,
  documentAndSelfieWorkflow,
} from '../../../shared/domain/graph/default-workflow';
import type { Graph } from '../../../shared/domain/graph/definition';
import { onlyChecks } from '../../../shared/domain/graph/only-checks';
import { checksOf, walk, type GraphAnswers } from '../../../shared/domain/graph/walk';
import { ageNode, parsed, startNode, terminals } from './written';

const files = readdirSync('deploy/workflows').filter((name) => name.endsWith('.json'));
const shipped: readonly (readonly [string, Graph])[] = [
  ['the default workflow', defaultWorkflow.graph],
  ['Document and selfie', documentAndSelfieWorkflow.graph],
  ...files.map((name) => [name, graphOf(name)] as const),
];
const needed: readonly CheckName[] = ['document_ocr', 'face_match'];

function graphOf(name: string): Graph {
  const result = parsed(JSON.parse(readFileSync(`deploy/workflows/${name}`, 'utf8')));
  if (!result.ok) throw new Error(name);
  return result.definition.graph;
}

type Outcomes = ReadonlyMap<CheckName, Pick<CheckOutcome, 'status' | 'reasons'>>;
const everythingPassed: Outcomes = new Map(
  alwaysRun.map((check) => [check, { status: 'passed', reasons: [] }]),
);

/** Whatever the conditions say and however the gates are answered: every decision the graph can come to. */
function decisionsOf(
  graph: Graph,
  outcomes: Outcomes,
  gates: GraphAnswers['gates'] = new Map(),
  choices: GraphAnswers['choices'] = new Map(),
): readonly Concluded[] {
  const standing = walk(graph, { checks: outcomes, gates, choices });
  switch (standing.kind) {
    case 'decided':
      return [conclude(standing, outcomes, { outcomes, screeningWithoutLists: 'review' })];
    case 'at_gate':
      return (['continue', 'fail', 'timeout'] as const).flatMap((answer) =>
        decisionsOf(graph, outcomes, new Map(gates).set(standing.node.id, answer), choices),
      );
    case 'needs_choice':
      return [...standing.node.conditions.map(({ to }) => to), standing.node.otherwise].flatMap(
        (to) => decisionsOf(graph, outcomes, gates, new Map(choices).set(standing.node.id, to)),
      );
    case 'needs_check':
    case 'failed':
      return [];
  }
}

function subsetsOf<T>([first, ...rest]: readonly T[]): readonly (readonly T[])[] {
  if (first === undefined) return [[]];
  const others = subsetsOf(rest);
  return [...others, ...others.map((subset) => [first, ...subset])];
}

/** Every assignment of these statuses to the checks. */
function* assignments(
  checks: readonly CheckName[],
  statuses: readonly CheckStatus[],
): Iterable<ReadonlyMap<CheckName, CheckStatus>> {
  const [first, ...rest] = checks;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const others of assignments(rest, statuses)) {
    for (const status of statuses) yield new Map(others).set(first, status);
  }
}

describe.each(shipped)('%s', (_name, graph) => {
  const checks = checksOf(graph).map(({ check }) => check);

  it('leaves out no check that a decision rests on', () => {
    const optional = checksOf(graph).filter((node) => node.optional === true);
    expect(optional.map(({ check }) => check)).toEqual(
      checks.filter((check) => !needed.includes(check)),
    );
  });

  it('approves nobody whose document or face did not pass, by whatever subset and outcomes', () => {
    for (const wanted of subsetsOf(checks)) {
      const subset = onlyChecks(graph, wanted);
      const asked = checksOf(subset).map(({ check }) => check);
      // What is not asked for has no outcome; of the rest, what passes and all that does not.
      for (const statuses of assignments(asked, ['passed', 'skipped', 'failed'])) {
        const outcomes = new Map(everythingPassed);
        for (const [check, status] of statuses) outcomes.set(check, { status, reasons: [] });
        const approved = decisionsOf(subset, outcomes).some((one) => one.decision === 'approved');
        if (!approved) continue;
        const passed = (check: CheckName): boolean => outcomes.get(check)?.status === 'passed';
        expect(needed.filter((check) => checks.includes(check) && !passed(check))).toEqual([]);
      }
    }
  });

  it('approves nobody by whatever one outcome of a needed check, all else having passed', () => {
    for (const check of needed.filter((one) => checks.includes(one))) {
      for (const status of checkStatuses.filter((one) => one !== 'passed')) {
        const outcomes = new Map(everythingPassed);
        for (const one of checks) outcomes.set(one, { status: 'passed', reasons: [] });
        outcomes.set(check, { status, reasons: [] });
        const decisions = decisionsOf(graph, outcomes).map(({ decision }) => decision);
        expect(decisions).not.toContain('approved');
      }
    }
  });

  it('still approves by the needed checks alone', () => {
    const subset = onlyChecks(graph, needed);
    const outcomes = new Map(everythingPassed);
    for (const check of needed) outcomes.set(check, { status: 'passed', reasons: [] });
    const decisions = decisionsOf(subset, outcomes).map(({ decision }) => decision);
    expect(decisions).toContain('approved');
  });
});

it('a check left out and not optional takes its skipped route, and that is the reason', () => {
  const skipped = onlyChecks(defaultWorkflow.graph, ['document_quality']);
  const outcomes = new Map(everythingPassed);
  outcomes.set('document_quality', { status: 'passed', reasons: [] });
  expect(decisionsOf(skipped, outcomes)).toEqual([
    { decision: 'needs_review', reasonCode: 'check_left_out' },
  ]);
});

it('without a skipped route of its own it goes to review', () => {
  const result = parsed({ nodes: [startNode, ageNode, ...terminals] });
  if (!result.ok) throw new Error('refused');
  const subset = onlyChecks(result.definition.graph, ['risk_assessment']);
  expect(decisionsOf(subset, everythingPassed)).toEqual([
    { decision: 'needs_review', reasonCode: 'check_left_out' },
  ]);
});

describe('a node of a check that always runs', () => {
  const watchlist = { ...ageNode, check: 'watchlist_screening', eager: false } as const;
  const result = parsed({ nodes: [startNode, watchlist, ...terminals] });
  if (!result.ok) throw new Error('refused');
  const { graph } = result.definition;

  it('stays, whatever the subset', () => {
    expect(onlyChecks(graph, ['risk_assessment'])).toEqual(graph);
  });

  it('never says that there was a hit where nobody was looked up', () => {
    for (const reasons of [['no_lists_loaded'], ['input_missing'], []]) {
      const outcomes = new Map(everythingPassed);
      outcomes.set('watchlist_screening', { status: 'skipped', reasons });
      expect(decisionsOf(graph, outcomes)).toEqual([
        { decision: 'needs_review', reasonCode: reasons[0] ?? 'input_missing' },
      ]);
    }
  });
});
