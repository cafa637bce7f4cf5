import type { CheckName, CheckStatus } from '../checks/outcome';
import { assertNever } from '../assert-never';
import type { Decision } from '../lifecycle/event';
import type { ConditionalNode, Graph, GraphNode, PolicyNode, WaitNode } from './definition';

export interface GraphAnswers {
  readonly checks: ReadonlyMap<
    CheckName,
    { readonly status: CheckStatus; readonly reasons: readonly string[] }
  >;
  /** How each gate that was passed was answered, by node id. */
  readonly gates: ReadonlyMap<string, 'continue' | 'fail' | 'timeout'>;
  /** Where each conditional node led, by node id: what it was judged on is personal and stays outside. */
  readonly choices: ReadonlyMap<string, string>;
}

/** Where a walk of the graph stands: pure and deterministic, so a replay comes to the same. */
export type Standing =
  | { readonly kind: 'needs_check'; readonly node: PolicyNode }
  | { readonly kind: 'needs_choice'; readonly node: ConditionalNode }
  | { readonly kind: 'at_gate'; readonly node: WaitNode }
  | { readonly kind: 'failed'; readonly check: CheckName }
  | {
      readonly kind: 'decided';
      readonly decision: Decision;
      /** The check whose outcome led off the passing way, if any: it names the reason. */
      readonly because: CheckName | null;
    };

/** Walks from the start over the answers there are, to the first one missing or to a terminal. */
export function walk(graph: Graph, answers: GraphAnswers): Standing {
  return walkWay(graph, answers).standing;
}

/** The same, with the nodes that were come by, in their order. */
export function walkWay(
  graph: Graph,
  answers: GraphAnswers,
): { readonly standing: Standing; readonly way: readonly string[] } {
  const way: string[] = [];
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  let because: CheckName | null = null;
  let id = graph.start;
  // A valid graph has no cycle, so no walk is longer than its nodes.
  for (let step = 0; step <= graph.nodes.length; step += 1) {
    const node = nodes.get(id);
    if (node === undefined) throw new Error(`graph: no node ${id}`);
    way.push(id);
    const next = leave(node, answers);
    if (next.kind === 'standing') {
      const { standing } = next;
      const named =
        standing.kind === 'decided'
          ? { ...standing, because: standing.because ?? because }
          : standing;
      return { standing: named, way };
    }
    if (next.offPassingWay !== null) because = next.offPassingWay;
    id = next.to;
  }
  throw new Error('graph: a cycle');
}

type Leaving =
  | { readonly kind: 'to'; readonly to: string; readonly offPassingWay: CheckName | null }
  | { readonly kind: 'standing'; readonly standing: Standing };

function leave(node: GraphNode, answers: GraphAnswers): Leaving {
  switch (node.kind) {
    case 'terminal':
      return {
        kind: 'standing',
        standing: { kind: 'decided', decision: node.decision, because: null },
      };
    case 'conditional': {
      const to = answers.choices.get(node.id);
      return to === undefined
        ? { kind: 'standing', standing: { kind: 'needs_choice', node } }
        : { kind: 'to', to, offPassingWay: null };
    }
    case 'wait': {
      const answer = answers.gates.get(node.id);
      if (answer === undefined) return { kind: 'standing', standing: { kind: 'at_gate', node } };
      const failTo = answer === 'timeout' ? (node.onTimeout ?? node.onFail) : node.onFail;
      return { kind: 'to', to: answer === 'continue' ? node.next : failTo, offPassingWay: null };
    }
    case 'policy':
      return leavePolicy(node, answers);
    default:
      return assertNever(node);
  }
}

function leavePolicy(node: PolicyNode, answers: GraphAnswers): Leaving {
  if (node.leftOut === true) return leaveSkipped(node);
  const outcome = answers.checks.get(node.check);
  if (outcome === undefined) {
    return { kind: 'standing', standing: { kind: 'needs_check', node } };
  }
  const off = (to: string): Leaving => ({ kind: 'to', to, offPassingWay: node.check });
  switch (outcome.status) {
    case 'passed':
      return { kind: 'to', to: node.routes.passed, offPassingWay: null };
    case 'failed':
      return off(node.routes.failed);
    case 'skipped':
    case 'requires_retry':
      return leaveSkipped(node);
    case 'error':
      return node.routes.error === undefined
        ? { kind: 'standing', standing: { kind: 'failed', check: node.check } }
        : off(node.routes.error);
    case 'pending':
      return { kind: 'standing', standing: { kind: 'needs_check', node } };
    default:
      return assertNever(outcome.status);
  }
}

function leaveSkipped({ check, routes }: PolicyNode): Leaving {
  return routes.skipped === undefined
    ? {
        kind: 'standing',
        standing: { kind: 'decided', decision: 'needs_review', because: check },
      }
    : { kind: 'to', to: routes.skipped, offPassingWay: check };
}

/** All checks of the graph that its session did not leave out. */
export function checksOf(graph: Graph): readonly PolicyNode[] {
  return graph.nodes.filter(
    (node): node is PolicyNode => node.kind === 'policy' && node.leftOut !== true,
  );
}

/** Those that start together at submit: all that do not wait for the walk to come to them. */
export function eagerChecksOf(graph: Graph): readonly PolicyNode[] {
  return checksOf(graph).filter(({ eager }) => eager !== false);
}
