import fc from 'fast-check';
import {
  checkNames,
  checkStatuses,
  type CheckName,
  type CheckStatus,
} from '../../../shared/domain/checks/outcome';
import type { WrittenNode } from '../../../services/api/workflows/definition/definition-schema';
import { alwaysRun, isAlwaysRun, tighten } from '../../../shared/domain/graph/always-run';
import { onlyChecks } from '../../../shared/domain/graph/only-checks';
import { walkWay, type GraphAnswers } from '../../../shared/domain/graph/walk';
import { parsed } from './written';

const ends = ['approved', 'rejected', 'needs_review'] as const;

/**
 * Graphs that are valid by construction: each node leads only to later ones, and each is led to by the
 * one before it.
 */
const graphs: fc.Arbitrary<WrittenNode[]> = fc
  .record({
    order: fc.shuffledSubarray([...checkNames], { minLength: 1 }),
    kinds: fc.array(fc.constantFrom('policy', 'conditional', 'wait'), {
      minLength: 30,
      maxLength: 30,
    }),
    jumps: fc.array(fc.nat({ max: 1_000 }), { minLength: 200, maxLength: 200 }),
    length: fc.integer({ min: 1, max: 25 }),
  })
  .map(({ order, kinds, jumps, length }) => {
    let jump = 0;
    const unused = [...order];
    const middle = Math.max(1, length);
    const idAt = (index: number): string =>
      index < middle ? `n${String(index)}` : (ends[index - middle] ?? 'approved');
    const last = middle + ends.length;
    const later = (index: number): string => {
      jump = (jump + 1) % jumps.length;
      return idAt(index + 1 + ((jumps[jump] ?? 0) % (last - index - 1)));
    };
    const nodes = Array.from({ length: middle }, (_, index): WrittenNode => {
      const id = idAt(index);
      const next = idAt(index + 1);
      const check = kinds[index] === 'policy' ? unused.pop() : undefined;
      if (check !== undefined) {
        const routes = { passed: next, failed: later(index), skipped: later(index), error: next };
        return {
          id,
          type: 'policy',
          check,
          config: {},
          eager: jump % 2 === 0,
          optional: false,
          routes,
        };
      }
      if (kinds[index] === 'wait') {
        return { id, type: 'wait', next, on_fail: later(index), on_timeout: later(index) };
      }
      const condition = {
        field: 'country',
        operator: '==',
        value: 'NL',
        to: later(index),
      } as const;
      return { id, type: 'conditional', conditions: [condition], default: next };
    });
    // All three ends are led to, whatever the jumps: a fan before them.
    const fan: WrittenNode = {
      id: 'fan',
      type: 'conditional',
      conditions: ends.map((end) => ({ field: 'country', operator: '==', value: end, to: end })),
      default: 'approved',
    };
    const intoFan = (node: WrittenNode): WrittenNode =>
      node.id === idAt(middle - 1) && node.type !== 'start' ? leadingTo(node, 'fan') : node;
    return [
      { id: 'start', type: 'start', next: idAt(0) },
      ...nodes.map(intoFan),
      fan,
      ...ends.map((decision): WrittenNode => ({ id: decision, type: 'terminal', decision })),
    ];
  });

function leadingTo(node: WrittenNode, to: string): WrittenNode {
  switch (node.type) {
    case 'policy':
      return { ...node, routes: { ...node.routes, passed: to } };
    case 'conditional':
      return { ...node, default: to };
    case 'wait':
      return { ...node, next: to };
    case 'start':
    case 'terminal':
      return node;
  }
}

const statuses: fc.Arbitrary<CheckStatus> = fc.constantFrom('passed', 'failed', 'skipped', 'error');
const drawn = fc.record({
  statuses: fc.array(statuses, { minLength: checkNames.length, maxLength: checkNames.length }),
  gates: fc.array(fc.constantFrom('continue', 'fail', 'timeout'), {
    minLength: 30,
    maxLength: 30,
  }),
  choices: fc.array(fc.nat({ max: 10 }), { minLength: 30, maxLength: 30 }),
});

test('every run of a random valid graph ends in a terminal, and the same run again takes the same way', () => {
  fc.assert(
    fc.property(graphs, drawn, (nodes, world) => {
      const result = parsed({ nodes });
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      const { graph } = result.definition;
      const first = runThrough(graph, world);
      expect(runThrough(graph, world)).toEqual(first);
      expect(first.standing.kind).toBe('decided');
      const decided = graph.nodes.find(({ id }) => id === first.way.at(-1));
      expect(decided?.kind).toBe('terminal');
      expect(new Set(first.way).size).toBe(first.way.length);
    }),
  );
});

test('a subset of the checks decides as if an optional one left out had passed, and any other was skipped', () => {
  const subsets = fc.subarray([...checkNames]);
  fc.assert(
    fc.property(graphs, drawn, subsets, subsets, (nodes, world, wanted, optional) => {
      const marked = nodes.map((node) =>
        node.type === 'policy'
          ? { ...node, optional: optional.some((one) => one === node.check) }
          : node,
      );
      const result = parsed({ nodes: marked });
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      const { graph } = result.definition;
      const said = checkNames.map((check, index): CheckStatus => {
        if (wanted.includes(check) || isAlwaysRun(check)) return world.statuses[index] ?? 'passed';
        return optional.includes(check) ? 'passed' : 'skipped';
      });
      // Both walks come by the same choices and gates, in the same order.
      const subset = runThrough(onlyChecks(graph, wanted), world);
      const whole = runThrough(graph, { ...world, statuses: said });
      expect(subset.standing).toEqual(whole.standing);
    }),
  );
});

/** Answers what the walk asks for, one thing at a time, as the workflow does. */
function runThrough(
  graph: Parameters<typeof walkWay>[0],
  world: {
    readonly statuses: readonly CheckStatus[];
    readonly gates: readonly ('continue' | 'fail' | 'timeout')[];
    readonly choices: readonly number[];
  },
): ReturnType<typeof walkWay> {
  const outcomes = new Map<CheckName, { status: CheckStatus; reasons: string[] }>();
  const gates = new Map<string, 'continue' | 'fail' | 'timeout'>();
  const choices = new Map<string, string>();
  const answers: GraphAnswers = { checks: outcomes, gates, choices };
  for (let step = 0; step <= graph.nodes.length; step += 1) {
    const walked = walkWay(graph, answers);
    const { standing } = walked;
    if (standing.kind === 'needs_check') {
      const { check } = standing.node;
      const status = world.statuses[checkNames.indexOf(check)] ?? 'passed';
      outcomes.set(check, { status, reasons: [] });
    } else if (standing.kind === 'at_gate') {
      gates.set(standing.node.id, world.gates[gates.size] ?? 'continue');
    } else if (standing.kind === 'needs_choice') {
      const { conditions, otherwise, id } = standing.node;
      const targets = [...conditions.map(({ to }) => to), otherwise];
      const at = (world.choices[choices.size] ?? 0) % targets.length;
      choices.set(id, targets[at] ?? otherwise);
    } else return walked;
  }
  throw new Error('the walk did not end');
}

describe('the checks that always run', () => {
  const outcome = (status: CheckStatus, reasons: string[] = []) => ({ status, reasons });
  const passed = new Map(alwaysRun.map((check) => [check, outcome('passed')]));
  const noLists = outcome('skipped', ['no_lists_loaded']);
  test.each([
    ['a watchlist hit', 'watchlist_screening', outcome('failed'), 'approved', 'needs_review'],
    ['a watchlist hit', 'watchlist_screening', outcome('failed'), 'rejected', 'rejected'],
    ['a screening that broke', 'watchlist_screening', outcome('error'), 'approved', 'needs_review'],
    ['no list loaded', 'watchlist_screening', noLists, 'approved', 'needs_review'],
    ['no list loaded', 'watchlist_screening', noLists, 'rejected', 'rejected'],
    ['no name to screen', 'watchlist_screening', outcome('skipped'), 'approved', 'needs_review'],
    [
      'a risk block',
      'risk_assessment',
      outcome('failed', ['risk_blocked']),
      'approved',
      'rejected',
    ],
    [
      'a risk block',
      'risk_assessment',
      outcome('failed', ['risk_blocked']),
      'needs_review',
      'rejected',
    ],
    ['high risk', 'risk_assessment', outcome('failed', ['risk_high']), 'approved', 'needs_review'],
    ['high risk', 'risk_assessment', outcome('failed', ['risk_high']), 'rejected', 'rejected'],
    ['low risk', 'risk_assessment', outcome('passed'), 'approved', 'approved'],
  ] as const)('%s (%s): %j makes %s %s', (_what, check, said, decision, expected) => {
    const outcomes = new Map(passed).set(check, said);
    const always = { outcomes, screeningWithoutLists: 'review' } as const;
    expect(tighten(decision, always).decision).toBe(expected);
  });

  test('an organisation may let pass whom no list was loaded for, and nobody else', () => {
    const decided = (said: ReturnType<typeof outcome>): string => {
      const outcomes = new Map(passed).set('watchlist_screening', said);
      return tighten('approved', { outcomes, screeningWithoutLists: 'pass' }).decision;
    };
    expect(decided(noLists)).toBe('approved');
    expect(decided(outcome('skipped', ['input_missing']))).toBe('needs_review');
    expect(decided(outcome('failed', ['watchlist_hit']))).toBe('needs_review');
  });

  test('a history from before the setting is decided as it was', () => {
    const outcomes = new Map(passed).set('watchlist_screening', noLists);
    expect(tighten('approved', { outcomes }).decision).toBe('approved');
  });

  test('they never loosen, and nothing is approved unless both passed', () => {
    const strict = { approved: 0, needs_review: 1, rejected: 2 };
    const says = fc.option(
      fc.record({
        status: fc.constantFrom(...checkStatuses),
        reasons: fc.subarray(['risk_blocked', 'risk_high', 'no_lists_loaded']),
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ends), says, says, (decision, watchlist, risk) => {
        const outcomes = new Map<CheckName, { status: CheckStatus; reasons: string[] }>();
        if (watchlist !== null) outcomes.set('watchlist_screening', watchlist);
        if (risk !== null) outcomes.set('risk_assessment', risk);
        const tightened = tighten(decision, { outcomes, screeningWithoutLists: 'review' }).decision;
        expect(strict[tightened]).toBeGreaterThanOrEqual(strict[decision]);
        const bothPassed = [watchlist, risk].every((one) => one?.status === 'passed');
        expect(tightened === 'approved').toBe(decision === 'approved' && bothPassed);
      }),
    );
  });
});
