import { z } from 'zod';
import { checkNames } from '../../../shared/domain/checks/outcome';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import { caseActor, reviewerField } from './case-actor';
import { findCase, type FoundCase } from './find-case';
import { overrideLayer } from './override-layer';
import { rerunWith } from './rerun-decision';

const overrideAnswer = z
  .strictObject({
    id: idOf('audit'),
    case_id: idOf('case'),
    check: z.enum(checkNames),
    passed: z.boolean(),
    session_status: z.enum(sessionStatuses),
  })
  .meta({ id: 'CaseOverride' });

const overrideParams = z.object({ id: z.string(), check: z.enum(checkNames) });
const overrideBody = z.object({
  ...reviewerField,
  passed: z.boolean(),
  /** Free text for people; kept sealed. */
  reason: z.string().min(1).max(2_000),
});

/** A reviewer's word over an engine's; the engine's own row stays, and the decision is run again. */
export function overrideCheckRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/checks/:check/override',
    whose: 'named',
    scope: 'cases:decide',
    requiresSenior: true,
    params: overrideParams,
    body: overrideBody,
    summary: 'Override a check and decide again',
    answers: { 202: json(overrideAnswer) },
    handler: async (call) => {
      const { check, id: caseId } = call.params;
      const found = await findCase(deps.db, call.caller, caseId);
      const actor = await caseActor(deps, call);
      if (!(await hasRun(deps, found, check))) {
        throw invalidField('check', 'not_run', 'has no outcome in this attempt');
      }
      const { passed, reason } = call.body;
      const { id, view } = await rerunWith(deps, call, {
        actor,
        kind: 'override',
        content: { reason },
        layers: [overrideLayer(check, passed)],
      });
      return answer(202, { id, case_id: found.row.id, check, passed, session_status: view.status });
    },
  });
}

async function hasRun(
  { db }: Pick<ApiDeps, 'db'>,
  { row }: FoundCase,
  check: (typeof checkNames)[number],
): Promise<boolean> {
  const run = await db
    .selectFrom('check_runs')
    .select('id')
    .where('session_id', '=', row.session_id)
    .where('attempt', '=', row.attempt)
    .where('check', '=', check)
    .executeTakeFirst();
  return run !== undefined;
}
