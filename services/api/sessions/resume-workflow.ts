import { z } from 'zod';
import { type CheckName, checkNames } from '../../../shared/domain/checks/outcome';
import type { SessionRow } from '../../../shared/database/schema';
import { onlyChecks } from '../../../shared/domain/graph/only-checks';
import { versionFor } from '../../../shared/records/rollout';
import { checksOf } from '../../../shared/domain/graph/walk';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { moveSession } from '../lifecycle/move-session';

const resumedWorkflow = z
  .strictObject({
    session_id: idOf('session'),
    status: z.enum(sessionStatuses),
    attempt: z.number().int(),
    step_index: z.number().int(),
    policy: z.enum(checkNames).nullable(),
  })
  .meta({ id: 'ResumedWorkflow' });

const resumeBody = z.object({
  /** Position in the list form; of a graph, among its policy nodes as they are written. */
  step_index: z.number().int().min(0).max(1_000).optional(),
  policy: z.string().optional(),
});
type Wish = z.output<typeof resumeBody>;

/** A new attempt from a step on: the outcomes of the steps before it are taken over, not computed again. */
export function resumeWorkflow(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/resume-workflow',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    body: resumeBody,
    summary: 'Re-run checks from a given step',
    answers: { 202: json(resumedWorkflow) },
    handler: async (call) => {
      const before = await findSession(deps.db, call.caller, call.params.id);
      const steps = await stepsNow(deps, before);
      const from = stepOf(call.body, steps) ?? (await firstBroken(deps, before, steps));
      const view = await moveSession(deps, call, before, {
        type: 'reprocess',
        via: 'resume_workflow',
        carried: steps.slice(0, from),
      });
      return answer(202, {
        session_id: before.id,
        status: view.status,
        attempt: view.attempt,
        step_index: from,
        policy: steps[from] ?? null,
      });
    },
  });
}

/** The checks of the version that the new attempt will be judged by, in their written order. */
async function stepsNow(
  { db }: Pick<ApiDeps, 'db'>,
  session: SessionRow,
): Promise<readonly CheckName[]> {
  const workflow = await db
    .selectFrom('workflows')
    .select(['current_version', 'stable_version', 'rollout_percentage'])
    .where('id', '=', session.workflow_id)
    .executeTakeFirstOrThrow();
  const { definition } = await db
    .selectFrom('workflow_versions')
    .select('definition')
    .where('workflow_id', '=', session.workflow_id)
    .where('version', '=', versionFor(workflow, session.id))
    .executeTakeFirstOrThrow();
  return checksOf(onlyChecks(definition.graph, session.checks)).map(({ check }) => check);
}

/** The step that the call names; null when it names none. */
function stepOf({ step_index: index, policy }: Wish, steps: readonly CheckName[]): number | null {
  if (index !== undefined && index >= steps.length) {
    throw invalidField('step_index', 'unknown_step', 'is not a step of the workflow');
  }
  if (policy === undefined) return index ?? null;
  const named = steps.findIndex((check) => check === policy);
  if (named === -1) throw invalidField('policy', 'unknown_step', 'is not a step of the workflow');
  if (index !== undefined && index !== named) {
    throw invalidField('policy', 'conflict', 'is not the step of step_index');
  }
  return named;
}

/** Where the engines gave up; else the beginning. */
async function firstBroken(
  { db }: Pick<ApiDeps, 'db'>,
  { id, attempt }: SessionRow,
  steps: readonly CheckName[],
): Promise<number> {
  const broken = await db
    .selectFrom('check_runs')
    .select('check')
    .where('session_id', '=', id)
    .where('attempt', '=', attempt)
    .where('status', '=', 'error')
    .execute();
  const first = steps.findIndex((step) => broken.some(({ check }) => check === step));
  return Math.max(first, 0);
}
