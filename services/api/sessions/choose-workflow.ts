import { checkNames, type CheckName } from '../../../shared/checks/outcome';
import type { WorkflowDefinition } from '../../../shared/graph/definition';
import { checksOf } from '../../../shared/graph/walk';
import type { OrganizationId, WorkflowId } from '../../../shared/ids';
import type { ApiDeps } from '../deps';
import { invalidField } from '../http/parse';

export interface ChosenWorkflow {
  readonly id: WorkflowId;
  readonly version: number;
  readonly definition: WorkflowDefinition;
}

/** The named workflow, else the organisation's default, at its current version. */
export async function chooseWorkflow(
  { db }: Pick<ApiDeps, 'db'>,
  organizationId: OrganizationId,
  asked: string | undefined,
): Promise<ChosenWorkflow> {
  const query = db
    .selectFrom('workflows')
    .innerJoin('workflow_versions', (join) =>
      join
        .onRef('workflow_versions.workflow_id', '=', 'workflows.id')
        .onRef('workflow_versions.version', '=', 'workflows.current_version'),
    )
    .select(['workflows.id', 'workflow_versions.version', 'workflow_versions.definition'])
    .where('workflows.organization_id', '=', organizationId)
    .where('workflows.active', '=', true);
  const row = await (
    asked === undefined
      ? query.where('workflows.is_default', '=', true)
      : query.where((where) => where.eb(where.cast<string>('workflows.id', 'text'), '=', asked))
  ).executeTakeFirst();
  if (row === undefined) {
    throw invalidField('workflow_id', 'unknown_workflow', 'is not an active workflow');
  }
  return row;
}

/** The asked subset of the workflow's checks; null = all of them. */
export function chooseChecks(
  definition: WorkflowDefinition,
  asked: readonly string[] | undefined,
): CheckName[] | null {
  if (asked === undefined) return null;
  const offered = new Set(checksOf(definition.graph).map((node) => node.check));
  return asked.map((name, index) => {
    const check = checkNames.find((known) => known === name);
    if (check === undefined || !offered.has(check)) {
      throw invalidField(
        `checks.${String(index)}`,
        'unknown_check',
        'is not a check of the workflow',
      );
    }
    return check;
  });
}
