import type { CheckName } from '../checks/outcome';
import type { Graph } from './definition';

/**
 * The graph with only the checks a session asked for (`checks` at creation): a node of another check is
 * passed through by its passing route.
 */
export function onlyChecks(graph: Graph, wanted: readonly CheckName[] | null): Graph {
  if (wanted === null) return graph;
  const skipped = new Map(
    graph.nodes.flatMap((node) =>
      node.kind === 'policy' && !wanted.includes(node.check)
        ? [[node.id, node.routes.passed] as const]
        : [],
    ),
  );
  const through = (id: string): string => {
    const next = skipped.get(id);
    return next === undefined ? id : through(next);
  };
  const nodes = graph.nodes
    .filter((node) => !skipped.has(node.id))
    .map((node) => {
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
