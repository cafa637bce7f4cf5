import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { changesOf, changeObject } from './case-changes';
import { caseFilters, caseSort, filterCases, orderOf, soughtCases } from './case-filters';
import { notesOf, noteObject } from './case-notes';
import { caseView, openReason, caseObject, decidedCase } from './case-view';
import { findCase } from './find-case';
import { changesTold, notesTold, readerOf } from './first-opinion';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { readList } from '../http/read-list';

const wholeCase = z
  .strictObject({
    ...decidedCase.shape,
    notes: z.array(noteObject),
    changes: z.array(changeObject),
  })
  .meta({ id: 'WholeCase' });

export const caseParams = z.object({ id: z.string() });

const listQuery = z.object({
  ...pageQuery,
  ...caseFilters,
  sort: caseSort.default('oldest'),
});

/** Oldest first, unless `sort` says otherwise: what has waited longest is on top. */
export function listCasesRoute(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/cases',
    scope: 'cases:read',
    query: listQuery,
    summary: 'List cases, oldest first',
    answers: { 200: json(listOf(caseObject)) },
    handler: async ({ caller, query }) => {
      const now = deps.clock();
      const { q, ...filters } = query;
      const wanted = filterCases(await soughtCases(deps.db, caller, q), filters, now);
      const page = await readList(wanted, orderOf(query.sort), query);
      const reader = await readerOf(deps, caller);
      return answer(
        200,
        pageWith(
          page,
          page.data.map((row) => caseView(row, now, reader)),
        ),
      );
    },
  });
}

/** One case, with reviewers' words and changes, which a list does not show. */
export function getCaseRoute(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/cases/:id',
    scope: 'cases:read',
    params: caseParams,
    summary: 'Get a case with its notes and changes',
    answers: { 200: json(wholeCase) },
    handler: async ({ caller, params }) => {
      const { row, session } = await findCase(deps.db, caller, params.id);
      const reader = await readerOf(deps, caller);
      const notes = await notesOf(deps, session);
      const changes = await changesOf(deps, session);
      return answer(200, {
        ...caseView(row, deps.clock(), reader),
        reason: openReason(deps.keyring, session, row),
        session_status: session.status,
        notes: notesTold(notes, row, reader),
        changes: changesTold(changes, row, reader),
      });
    },
  });
}
