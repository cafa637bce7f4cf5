import { checkNames, type CheckName } from '../../../shared/domain/checks/outcome';
import { attemptChecksOf } from '../../../shared/domain/graph/always-run';
import type { WorkflowDefinition } from '../../../shared/domain/graph/definition';
import { versionFor } from '../../../shared/records/rollout';
import type { SessionId, WorkflowId } from '../../../shared/domain/ids';
import type { KnownWorkflow } from '../copies/api-copies';
import type { Found } from '../copies/create-copies';
import type { ApiDeps } from '../deps';
import type { Caller } from '../http/caller';
import { invalidField } from '../http/parse';

export interface ChosenWorkflow {
  readonly id: WorkflowId;
  readonly version: number;
  readonly definition: WorkflowDefinition;
}

/** The named workflow, else the environment's default, at the version that this session has now. */
export async function chooseWorkflow(
  deps: Pick<ApiDeps, 'db' | 'copies'>,
  caller: Caller,
  sessionId: SessionId,
  asked: string | undefined,
): Promise<ChosenWorkflow> {
  const { organizationId, environment } = caller;
  const name = JSON.stringify([organizationId, environment, asked ?? null]);
  const known = await deps.copies.workflows.read(name, () => findActive(deps, caller, asked));
  if (known === undefined) {
    throw invalidField('workflow_id', 'unknown_workflow', 'is not an active workflow');
  }
  const version = versionFor(known.row, sessionId);
  const definition = known.definitions.get(version);
  if (definition === undefined) throw new Error('a workflow without its version');
  return { id: known.row.id, version, definition };
}

async function findActive(
  { db }: Pick<ApiDeps, 'db'>,
  { organizationId, environment }: Caller,
  asked: string | undefined,
): Promise<Found<KnownWorkflow> | undefined> {
  const active = db
    .selectFrom('workflows')
    .innerJoin('workflow_versions', 'workflow_versions.workflow_id', 'workflows.id')
    .select(['id', 'current_version', 'stable_version', 'rollout_percentage'])
    .select(['version', 'definition'])
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment)
    .where('active', '=', true)
    .where((where) =>
      where.or([
        where('version', '=', where.ref('current_version')),
        where('version', '=', where.ref('stable_version')),
      ]),
    );
  const rows = await (
    asked === undefined
      ? active.where('is_default', '=', true)
      : active.where((where) => where.eb(where.cast<string>('id', 'text'), '=', asked))
  ).execute();
  const [row] = rows;
  if (row === undefined) return undefined;
  const definitions = new Map(rows.map(({ version, definition }) => [version, definition]));
  return { organizationId, value: { row, definitions } };
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
