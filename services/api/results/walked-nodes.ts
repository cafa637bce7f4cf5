import { assertNever } from '../../../shared/domain/assert-never';
import type { Graph, GraphNode } from '../../../shared/domain/graph/definition';
import type { Standing } from '../../../shared/domain/graph/walk';

/** Where a node is on the way: come by, stood at, or not come to. */
export type NodePlace = 'passed' | 'standing' | 'not_reached';

export interface WalkedNode {
  readonly node: GraphNode;
  readonly place: NodePlace;
}

/**
 * The nodes of a graph as a person follows them: the way that was walked, in its order, then what it did
 * not come to. Of a walk that was decided without a terminal the last node is where it ended.
 */
export function walkedNodes(
  { nodes }: Graph,
  { standing, way }: { readonly standing: Standing; readonly way: readonly string[] },
): readonly WalkedNode[] {
  const ended = isOver(standing);
  const walked = way.flatMap((id, index): WalkedNode[] => {
    const node = nodes.find((one) => one.id === id);
    const isLast = index === way.length - 1;
    return node === undefined ? [] : [{ node, place: isLast && !ended ? 'standing' : 'passed' }];
  });
  const others = nodes
    .filter(({ id }) => !way.includes(id))
    .map((node): WalkedNode => ({ node, place: 'not_reached' }));
  return [...walked, ...others];
}

function isOver(standing: Standing): boolean {
  switch (standing.kind) {
    case 'decided':
    case 'failed':
      return true;
    case 'needs_check':
    case 'needs_choice':
    case 'at_gate':
      return false;
    default:
      return assertNever(standing);
  }
}
