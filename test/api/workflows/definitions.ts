import { defaultWorkflow } from '../../../shared/domain/graph/default-workflow';
import type { WrittenGraph } from '../../../services/api/workflows/definition/definition-schema';
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

/** The same with one more check before all others. */
export function withFirst(id: string, check: string): WrittenGraph {
  const written = definitionView(defaultWorkflow);
  const [start, ...others] = written.nodes;
  if (start?.type !== 'start') throw new Error('no start');
  return {
    ...written,
    nodes: [
      { ...start, next: id },
      {
        id,
        type: 'policy',
        check,
        config: {},
        eager: true,
        optional: false,
        routes: { passed: start.next, failed: 'rejected', skipped: 'review' },
      },
      ...others,
    ],
  };
}
