import { versionOfAttempt } from '../../../shared/database/version-of-attempt';
import { calendarDay } from '../../../shared/domain/dates/calendar-day';
import type { SessionRow } from '../../../shared/database/schema';
import { compareAttempts, type JudgedAttempt } from './compare-attempts';
import { askedConfigs } from '../../../shared/domain/graph/asked-configs';
import { onlyChecks } from '../../../shared/domain/graph/only-checks';
import { loadLayers, underLayers } from '../../../shared/attempt/outcome-layers';
import { readSettings } from '../../../shared/organization/read-settings';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { attemptsObject, type DifferenceView } from './attempts-object';

/** Every attempt, oldest first, each decided one with what differs from the decided one before it. */
export function listAttempts(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/attempts',
    scope: 'verifications:read',
    params: sessionParams,
    summary: 'List every attempt, with what differs from the one before',
    answers: { 200: json(attemptsObject) },
    handler: async ({ caller, params }) => {
      const session = await findSession(deps.db, caller, params.id);
      const attempts = await loadAttempts(deps, session);
      const decided = attempts.filter(({ row }) => row.status === 'decided');
      const data = attempts.map((one) => {
        const before = decided.findLast(({ row }) => row.attempt < one.row.attempt);
        const isCompared = one.row.status === 'decided' && before !== undefined;
        return {
          ...attemptView(one),
          difference: isCompared ? differenceView(before, one) : null,
        };
      });
      return answer(200, { session_id: session.id, data });
    },
  });
}

async function loadAttempts(deps: Pick<ApiDeps, 'db'>, session: SessionRow) {
  const { db } = deps;
  const [rows, runs, results, layers, settings] = await Promise.all([
    db
      .selectFrom('attempts')
      .innerJoin('workflow_versions', versionOfAttempt)
      .selectAll('attempts')
      .select('workflow_versions.definition')
      .where('attempts.session_id', '=', session.id)
      .orderBy('attempts.attempt')
      .execute(),
    db.selectFrom('check_runs').selectAll().where('session_id', '=', session.id).execute(),
    db.selectFrom('results').selectAll().where('session_id', '=', session.id).execute(),
    loadLayers(db, [session.id]),
    readSettings(db, session),
  ]);
  return rows.map((row) => {
    const ref = { sessionId: session.id, attempt: row.attempt };
    const own = runs
      .filter(({ attempt }) => attempt === row.attempt)
      .map(({ engine_version: engineVersion, ...run }) => ({ ...run, engineVersion }));
    const judged: JudgedAttempt = {
      outcomes: underLayers(own, layers, ref),
      configs: askedConfigs(onlyChecks(row.definition.graph, session.checks)),
      documentIds: row.document_ids,
      day: calendarDay(row.started_at, settings.time_zone ?? 'UTC'),
    };
    return { row, judged, result: results.find(({ attempt }) => attempt === row.attempt) };
  });
}

type LoadedAttempt = Awaited<ReturnType<typeof loadAttempts>>[number];

function attemptView({ row, result }: LoadedAttempt) {
  return {
    attempt: row.attempt,
    status: row.status,
    workflow_id: row.workflow_id,
    workflow_version: row.workflow_version,
    decision: result?.status ?? null,
    reason_code: result?.status === 'rejected' ? result.rejection_reason_code : null,
    processing_mode: result?.processing_mode ?? null,
    started_at: row.started_at,
    finished_at: row.finished_at,
  };
}

function differenceView(before: LoadedAttempt, after: LoadedAttempt): DifferenceView {
  const checks = compareAttempts(before.judged, after.judged);
  const [was, is] = [before.result?.status ?? null, after.result?.status ?? null];
  const isOtherVersion =
    before.row.workflow_id !== after.row.workflow_id ||
    before.row.workflow_version !== after.row.workflow_version;
  // The same outcomes by another way: only the definition can have changed it.
  const causes =
    checks.length === 0 && was !== is && isOtherVersion
      ? ['definition' as const]
      : [...new Set(checks.map(({ cause }) => cause))];
  return {
    from_attempt: before.row.attempt,
    decision: { before: was, after: is },
    causes,
    checks,
  };
}
