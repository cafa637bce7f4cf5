import type { FilesRule, WorkflowDefinition } from '../graph/definition';
import type { OrganizationSettings } from '../organization/settings';
import type { HandoffRule } from '../organization/handoff-rule';

/** How the page may capture, every default filled in. */
export interface CaptureRulesInForce {
  readonly handoff: HandoffRule;
  readonly files: FilesRule;
}

/** What the workflow says, else what the organisation says. */
export function captureRules(
  { capture }: Pick<WorkflowDefinition, 'capture'>,
  settings: Pick<OrganizationSettings, 'handoff'>,
): CaptureRulesInForce {
  return {
    handoff: capture?.handoff ?? settings.handoff ?? 'offer',
    files: capture?.files ?? 'allowed',
  };
}
