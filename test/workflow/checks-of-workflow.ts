import type { CheckName } from '../../shared/domain/checks/outcome';
import { attemptChecksOf } from '../../shared/domain/graph/always-run';
import type { WorkflowDefinition } from '../../shared/domain/graph/definition';

/** Every check that an attempt of this definition has a row of in the end. */
export function checksOfWorkflow({ graph }: Pick<WorkflowDefinition, 'graph'>): CheckName[] {
  return attemptChecksOf(graph)
    .map(({ check }) => check)
    .sort();
}
