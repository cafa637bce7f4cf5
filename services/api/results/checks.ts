import { z } from 'zod';
import { checkNames, checkStatuses } from '../../../shared/domain/checks/outcome';
import { layerOver, loadLayers, type OutcomeLayer } from '../../../shared/attempt/outcome-layers';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import type { CheckRunRow } from './result-parts';

export const checkRunObject = z
  .strictObject({
    id: idOf('check'),
    check: z.enum(checkNames),
    attempt: z.number().int(),
    status: z.enum(checkStatuses),
    score: z.number().nullable(),
    reasons: z.array(z.string()).readonly(),
    engine: z.string(),
    engine_version: z.string(),
    started_at: instant,
    duration_ms: z.number(),
    /** What a reviewer made of it; the engine's own word stays beside. */
    reviewed: z
      .strictObject({
        by_change: idOf('audit'),
        kind: z.enum(['override', 'correction']),
        status: z.enum(checkStatuses),
      })
      .exactOptional(),
  })
  .meta({ id: 'CheckRun' });
const checksOfSession = z
  .strictObject({ session_id: idOf('session'), data: z.array(checkRunObject) })
  .meta({ id: 'ChecksOfSession' });
export type CheckRunView = z.output<typeof checkRunObject>;

/** The latest attempt of every check. */
export function listChecks(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/verifications',
    scope: 'verifications:read',
    params: sessionParams,
    summary: 'List the latest run of every check',
    answers: { 200: json(checksOfSession) },
    handler: async ({ caller, params }) => {
      const session = await findSession(deps.db, caller, params.id);
      const runs = await deps.db
        .selectFrom('check_runs')
        .selectAll()
        .distinctOn('check')
        .where('session_id', '=', session.id)
        .orderBy('check')
        .orderBy('attempt', 'desc')
        .execute();
      const layers = await loadLayers(deps.db, [session.id]);
      const views = runs.map((run) => ({ ...checkRunView(run), ...laidOver(run, layers) }));
      return answer(200, { session_id: session.id, data: views });
    },
  });
}

/** The engine's attempt is shown as it was; what a reviewer made of it stands beside. */
function laidOver(run: CheckRunRow, layers: readonly OutcomeLayer[]) {
  const layer = layerOver(layers, { ...run, sessionId: run.session_id });
  return layer === undefined
    ? {}
    : { reviewed: { by_change: layer.changeId, kind: layer.kind, status: layer.status } };
}

/** Evidence may be personal and stays sealed. */
export function checkRunView(run: CheckRunRow): CheckRunView {
  return {
    id: run.id,
    check: run.check,
    attempt: run.attempt,
    status: run.status,
    score: run.score,
    reasons: run.reasons,
    engine: run.engine,
    engine_version: run.engine_version,
    started_at: run.started_at,
    duration_ms: run.duration_ms,
  };
}
