import { defaultWorkflow } from '../../../shared/graph/default-workflow';
import type { WrittenGraph } from '../../../shared/graph/definition-schema';
import { definitionView } from '../../../services/api/workflows/definition-view';

/** The default workflow as an author would write it, with another minimum age. */
export function withMinimumAge(minimumAge: number): WrittenGraph {
  return withConfig('age', { minimum_age: minimumAge });
}

/** The same with another configuration of one check. */
export function withConfig(check: string, config: Record<string, unknown>): WrittenGraph {
  const written = definitionView(defaultWorkflow);
  return {
    ...written,
    nodes: written.nodes.map((node) =>
      node.type === 'policy' && node.check === check ? { ...node, config } : node,
    ),
  };
}
