import type { WorkflowDefinition } from '../graph/definition';
import type { OrganizationSettings } from '../organization/settings';

/** What the workflow says, else what the organisation says, else one reviewer. */
export function isDualReview(
  definition: Pick<WorkflowDefinition, 'dualReview'>,
  settings: OrganizationSettings,
): boolean {
  return definition.dualReview ?? settings.dual_review ?? false;
}
