import type { AnswerOf } from '../../../client/src/route-types';
import { edgeId, routesOf, type Flow, type FlowEdge } from './flow';

export type WorkflowRun = AnswerOf<'GET /api/v1/sessions/{id}/workflow-run'>;
export type RunNode = WorkflowRun['nodes'][number];

/** The way that a session took through its workflow. */
export interface Way {
  /** In their order, with those that it came past because the session leaves them out. */
  readonly nodes: readonly string[];
  readonly edges: ReadonlySet<string>;
  /** The session does not ask for them. */
  readonly leftOut: ReadonlySet<string>;
  /** Where it waits, or ended. */
  readonly at: string | null;
  readonly outcomes: ReadonlyMap<string, RunNode>;
}

/** The API names the nodes that were come by, in their order, then the others. */
export function wayOf(flow: Flow, run: Pick<WorkflowRun, 'nodes' | 'current_node'>): Way {
  const outcomes = new Map(run.nodes.map((node) => [node.id, node]));
  const isLeftOut = (id: string): boolean => !outcomes.has(id);
  const come = run.nodes.filter(({ place }) => place !== 'not_reached').map(({ id }) => id);
  const start = flow.nodes.find(({ type }) => type === 'start');
  const stations = start === undefined ? come : [start.id, ...come];
  const nodes: string[] = stations.slice(0, 1);
  const edges = new Set<string>();
  for (const [index, from] of stations.entries()) {
    const to = stations[index + 1];
    if (to === undefined) break;
    const [, ...steps] = stepsBetween(flow, from, to, isLeftOut);
    let last = from;
    for (const step of steps) {
      edges.add(edgeId(last, step));
      last = step;
    }
    nodes.push(...steps);
  }
  const leftOut = new Set(
    flow.nodes.filter(({ id, type }) => type === 'policy' && isLeftOut(id)).map(({ id }) => id),
  );
  return { nodes, edges, leftOut, at: run.current_node, outcomes };
}

/** The session's own graph leads past checks that are left out; the definition has them, by what they would pass to. */
function stepsBetween(
  { nodes, edges }: Flow,
  from: string,
  to: string,
  isLeftOut: (id: string) => boolean,
): readonly string[] {
  const passes = new Map(
    nodes.map((node) => [node.id, routesOf(node).find(({ route }) => route.kind === 'passed')?.to]),
  );
  const leads = ({ from: of }: FlowEdge): boolean => of === from;
  for (const { to: first } of edges.filter(leads)) {
    const steps = [from, first];
    // No way is longer than its nodes.
    for (let at = first; steps.length <= nodes.length + 1;) {
      if (at === to) return steps;
      const next = isLeftOut(at) ? passes.get(at) : undefined;
      if (next === undefined) break;
      steps.push(next);
      at = next;
    }
  }
  // Of another version than the one that is drawn.
  return [from, to];
}
