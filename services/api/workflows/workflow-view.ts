import type { WorkflowDefinition } from '../../../shared/graph/definition';
import { definitionView } from './definition-view';
import type { WorkflowRow } from './find-workflow';

export function workflowSummary(row: WorkflowRow) {
  return {
    id: row.id,
    name: row.name,
    is_default: row.is_default,
    active: row.active,
    version: row.current_version,
    rollout_percentage: row.rollout_percentage,
    /** The version of the sessions that the rollout leaves out. */
    stable_version: row.stable_version,
    created_at: row.created_at,
  };
}

export function workflowView(row: WorkflowRow, definition: WorkflowDefinition) {
  return { ...workflowSummary(row), definition: definitionView(definition) };
}
