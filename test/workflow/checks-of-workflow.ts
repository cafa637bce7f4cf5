import type { CheckName } from '../../shared/checks/outcome';
import { alwaysRunOf } from '../../shared/graph/always-run';
import type { WorkflowDefinition } from '../../shared/graph/definition';
import { checksOf } from '../../shared/graph/walk';

/** Every check that an attempt of this definition has a row of in the end. */
export function checksOfWorkflow({ graph }: Pick<WorkflowDefinition, 'graph'>): CheckName[] {
  return [...checksOf(graph), ...alwaysRunOf(graph)].map(({ check }) => check).sort();
}
