import { z } from 'zod';
import { checkNames } from '../../../shared/domain/checks/outcome';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import type { Call } from '../http/call';
import type { Caller } from '../http/caller';
import { caseActor, reviewerField } from './case-actor';
import { findCase, type FoundCase } from './find-case';
import { overrideLayer } from './override-layer';
import { waitingAttempt } from './recorded-attempt';
import { dismissedHits, hitsOf, type ReviewedHit } from './screening-hits';
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
  /** Of `watchlist_screening` passed: the hits that are somebody else, all of them. */
  dismissed: dismissedHits.optional(),
});

type OverrideCall = Call<z.output<typeof overrideParams>, unknown, z.output<typeof overrideBody>>;

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
      const { passed, reason, dismissed } = call.body;
      if (dismissed !== undefined) await requireAllHits(deps, call.caller, found, call);
      const { id, view } = await rerunWith(deps, call, {
        actor,
        kind: 'override',
        content: { reason, ...(dismissed === undefined ? {} : { dismissed }) },
        layers: [overrideLayer(check, passed)],
      });
      return answer(202, { id, case_id: found.row.id, check, passed, session_status: view.status });
    },
  });
}

/** @throws VerifaError validation_failed unless the screening is passed, and just its hits are dismissed */
async function requireAllHits(
  deps: ApiDeps,
  caller: Caller,
  found: FoundCase,
  { params, body }: Pick<OverrideCall, 'params' | 'body'>,
): Promise<void> {
  const field = 'dismissed';
  if (params.check !== 'watchlist_screening' || !body.passed) {
    throw invalidField(field, 'no_hits', 'is for a passed watchlist_screening only');
  }
  const recorded = await waitingAttempt(deps, caller, found);
  const hits = hitsOf(recorded.evidence('watchlist_screening'), []);
  const names = (some: readonly Pick<ReviewedHit, 'source' | 'entry_id'>[]) =>
    new Set(some.map(({ source, entry_id: id }) => `${source} ${id}`));
  const [named, known] = [names(body.dismissed ?? []), names(hits)];
  if ([...named].some((one) => !known.has(one))) {
    throw invalidField(field, 'unknown_hit', 'names what is no hit of this attempt');
  }
  const left = [...names(hits.filter((hit) => hit.is_hit))].filter((one) => !named.has(one));
  if (left.length > 0) {
    throw invalidField(field, 'hits_left', `leaves ${String(left.length)} hits undismissed`);
  }
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
