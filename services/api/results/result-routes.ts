import { sql } from 'kysely';
import { z } from 'zod';
import { attemptQuery } from '../lifecycle/session-fields';
import type { SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { countSessions } from '../sessions/count-sessions';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { loadResultParts, type ResultParts } from './result-parts';
import { resultSummary, resultView, resultObject, resultSummaryObject } from './result-view';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { resultsByTime } from '../http/list-order';
import { readList } from '../http/read-list';

export function sessionResult(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/result',
    scope: 'verifications:read',
    params: sessionParams,
    query: attemptQuery,
    summary: "Get a session's result",
    answers: { 200: json(resultObject) },
    handler: async ({ caller, params, query }) => {
      const session = await findSession(deps.db, caller, params.id);
      return answer(200, resultView(await resultOf(deps, session, query.attempt)));
    },
  });
}

export function retrieveResult(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/results/:id',
    scope: 'verifications:read',
    params: sessionParams,
    query: attemptQuery,
    summary: "Get a session's result in short",
    answers: { 200: json(resultSummaryObject) },
    handler: async ({ caller, params, query }) => {
      const session = await findSession(deps.db, caller, params.id);
      return answer(200, resultSummary(await resultOf(deps, session, query.attempt)));
    },
  });
}

/** The newest result of each session, newest first. */
export function listResults(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/results',
    scope: 'verifications:read',
    query: z.object({
      ...pageQuery,
      status: z.enum(['approved', 'rejected', 'needs_review']).optional(),
    }),
    summary: 'List the newest result of each session',
    answers: { 200: json(listOf(resultSummaryObject)) },
    handler: async ({ caller, query }) => {
      const newest = deps.db
        .selectFrom('results')
        .selectAll()
        .where('organization_id', '=', caller.organizationId)
        .where('environment', '=', caller.environment)
        .where('results.withdrawn_at', 'is', null)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('results as later')
                .select('later.attempt')
                .whereRef('later.session_id', '=', where.ref('results.session_id'))
                .whereRef('later.attempt', '>', where.ref('results.attempt'))
                .where('later.withdrawn_at', 'is', null),
            ),
          ),
        );
      const wanted =
        query.status === undefined ? newest : newest.where('status', '=', query.status);
      // Each session with a result has one that counts, which its row names.
      const page = await readList(wanted, resultsByTime, query, () =>
        countSessions(deps.db, caller, { result: query.status ?? 'any' }),
      );
      const sessions = await deps.db
        .selectFrom('sessions')
        .selectAll()
        .where(sql<boolean>`id = ANY(${page.data.map((row) => row.session_id)})`)
        .execute();
      const parts = await loadResultParts(deps, sessions, page.data);
      return answer(200, pageWith(page, parts.map(resultSummary)));
    },
  });
}

/** The newest attempt's that was decided, or the asked one's; 404 until there is one. */
async function resultOf(
  deps: ApiDeps,
  session: SessionRow,
  attempt: number | undefined,
): Promise<ResultParts> {
  const parts = await findResult(deps, session, attempt);
  if (parts === undefined) {
    throw new VerifaError('not_found', { detail: 'There is no such result yet.' });
  }
  return parts;
}

export async function findResult(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'copies'>,
  session: SessionRow,
  attempt?: number,
): Promise<ResultParts | undefined> {
  const ofSession = deps.db
    .selectFrom('results')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('attempt', 'desc')
    .limit(1);
  const rows = await (
    attempt === undefined
      ? ofSession.where('withdrawn_at', 'is', null)
      : ofSession.where('attempt', '=', attempt)
  ).execute();
  const [parts] = await loadResultParts(deps, [session], rows);
  return parts;
}
