import type { DefinitionNode } from './definition';
import type { Flow, FlowEdge } from './flow';

/** A place where a node is drawn; one that many lead to has several. */
export interface DrawnPlace {
  readonly key: string;
  readonly node: DefinitionNode;
  /** Small, beside the only node that leads to this place. */
  readonly isExit: boolean;
}

export interface DrawnLine {
  readonly edge: FlowEdge;
  readonly from: string;
  readonly to: string;
}

export interface Drawing {
  readonly places: readonly DrawnPlace[];
  readonly lines: readonly DrawnLine[];
}

/** From so many lines on, a decision is drawn beside each of the nodes that lead to it. */
const manyLines = 3;

/**
 * What is drawn of a flow. Most checks of a workflow can end in the same two decisions: as one node each, their lines
 * would cross the whole graph. So such a decision stands beside each node that leads to it.
 */
export function drawingOf({ nodes, edges }: Flow): Drawing {
  const known = new Set(nodes.map(({ id }) => id));
  const drawn = edges.filter(({ from, to }) => known.has(from) && known.has(to));
  const shared = new Set(
    nodes
      .filter(({ type }) => type === 'terminal')
      .map(({ id }) => id)
      .filter((id) => drawn.filter(({ to }) => to === id).length >= manyLines),
  );
  return {
    places: nodes.flatMap((node): readonly DrawnPlace[] =>
      shared.has(node.id)
        ? drawn
            .filter(({ to }) => to === node.id)
            .map(({ from }) => ({ key: exitKey(node.id, from), node, isExit: true }))
        : [{ key: node.id, node, isExit: false }],
    ),
    lines: drawn.map((edge) => ({
      edge,
      from: edge.from,
      to: shared.has(edge.to) ? exitKey(edge.to, edge.from) : edge.to,
    })),
  };
}

/** No node's id holds an "@". */
function exitKey(id: string, from: string): string {
  return `${id}@${from}`;
}
