import type { CheckName } from '../../shared/checks/outcome';
import { attemptChecksOf } from '../../shared/graph/always-run';
import type { WorkflowDefinition } from '../../shared/graph/definition';

/** Every check that an attempt of this definition has a row of in the end. */
export function checksOfWorkflow({ graph }: Pick<WorkflowDefinition, 'graph'>): CheckName[] {
  return attemptChecksOf(graph)
    .map(({ check }) => check)
    .sort();
}
