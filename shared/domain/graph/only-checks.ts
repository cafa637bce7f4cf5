import type { CheckName } from '../checks/outcome';
import { isAlwaysRun } from './always-run';
import type { Graph, GraphNode } from './definition';

/**
 * The graph with only the checks a session asked for (`checks` at creation). That a check was left out is no
 * pass: its node is walked by its `skipped` route. Only one that the definition marks `optional` is passed
 * through, and a check that always runs cannot be left out.
 */
export function onlyChecks(graph: Graph, wanted: readonly CheckName[] | null): Graph {
  if (wanted === null) return graph;
  const isWanted = (check: CheckName): boolean => wanted.includes(check) || isAlwaysRun(check);
  const passedThrough = new Map(
    graph.nodes.flatMap((node) =>
      node.kind === 'policy' && node.optional === true && !isWanted(node.check)
        ? [[node.id, node.routes.passed] as const]
        : [],
    ),
  );
  const through = (id: string): string => {
    const next = passedThrough.get(id);
    return next === undefined ? id : through(next);
  };
  const nodes = graph.nodes
    .filter((node) => !passedThrough.has(node.id))
    .map((node): GraphNode => {
      if (node.kind === 'terminal') return node;
      if (node.kind === 'conditional') {
        return {
          ...node,
          conditions: node.conditions.map((one) => ({ ...one, to: through(one.to) })),
          otherwise: through(node.otherwise),
        };
      }
      if (node.kind === 'wait') {
        return {
          ...node,
          next: through(node.next),
          onFail: through(node.onFail),
          ...(node.onTimeout === undefined ? {} : { onTimeout: through(node.onTimeout) }),
        };
      }
      const { passed, failed, skipped: skip, error } = node.routes;
      return {
        ...node,
        ...(isWanted(node.check) ? {} : { leftOut: true }),
        routes: {
          passed: through(passed),
          failed: through(failed),
          ...(skip === undefined ? {} : { skipped: through(skip) }),
          ...(error === undefined ? {} : { error: through(error) }),
        },
      };
    });
  return { start: through(graph.start), nodes };
}
