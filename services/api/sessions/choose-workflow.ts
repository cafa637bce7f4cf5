import { checkNames, type CheckName } from '../../../shared/domain/checks/outcome';
import { attemptChecksOf } from '../../../shared/domain/graph/always-run';
import type { WorkflowDefinition } from '../../../shared/domain/graph/definition';
import { versionFor } from '../../../shared/records/rollout';
import type { SessionId, WorkflowId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import type { Caller } from '../http/call';
import { invalidField } from '../http/parse';

export interface ChosenWorkflow {
  readonly id: WorkflowId;
  readonly version: number;
  readonly definition: WorkflowDefinition;
}

/** The named workflow, else the environment's default, at the version that this session has now. */
export async function chooseWorkflow(
  { db }: Pick<ApiDeps, 'db'>,
  caller: Caller,
  sessionId: SessionId,
  asked: string | undefined,
): Promise<ChosenWorkflow> {
  const query = db
    .selectFrom('workflows')
    .select(['id', 'current_version', 'stable_version', 'rollout_percentage'])
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment)
    .where('active', '=', true);
  const row = await (
    asked === undefined
      ? query.where('is_default', '=', true)
      : query.where((where) => where.eb(where.cast<string>('id', 'text'), '=', asked))
  ).executeTakeFirst();
  if (row === undefined) {
    throw invalidField('workflow_id', 'unknown_workflow', 'is not an active workflow');
  }
  const version = versionFor(row, sessionId);
  const { definition } = await db
    .selectFrom('workflow_versions')
    .select('definition')
    .where('workflow_id', '=', row.id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return { id: row.id, version, definition };
}

/** The asked subset of the workflow's checks, each once; null = all of them. What always runs may be named. */
export function chooseChecks(
  definition: WorkflowDefinition,
  asked: readonly string[] | undefined,
): CheckName[] | null {
  if (asked === undefined) return null;
  const offered = new Set(attemptChecksOf(definition.graph).map(({ check }) => check));
  const chosen = asked.map((name, index) => {
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
  return [...new Set(chosen)];
}
