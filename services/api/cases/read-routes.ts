import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { pageQuery, paginated } from '../http/pagination';
import { route, type Route } from '../http/route';
import { caseStatus, caseView, openReason } from './case-view';
import { findCase } from './find-case';

export const caseParams = z.object({ id: z.string() });

const listQuery = z.object({ ...pageQuery, status: caseStatus.optional() });

/** Oldest first: what has waited longest is on top. */
export function listCasesRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/cases',
    scope: 'cases:read',
    query: listQuery,
    handler: async ({ caller, query }) => {
      const owned = deps.db
        .selectFrom('cases')
        .where('organization_id', '=', caller.organizationId)
        .where('environment', '=', caller.environment);
      const wanted = query.status === undefined ? owned : owned.where('status', '=', query.status);
      const { total } = await wanted
        .select((eb) => eb.fn.countAll<string>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await wanted
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .limit(query.limit)
        .offset(query.offset)
        .execute();
      const now = deps.clock();
      const views = rows.map((row) => caseView(row, now));
      return answer(200, paginated(views, Number(total), query));
    },
  });
}

/** One case, with the reviewer's words, which a list does not show. */
export function getCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/cases/:id',
    scope: 'cases:read',
    params: caseParams,
    handler: async ({ caller, params }) => {
      const { row, session } = await findCase(deps.db, caller, params.id);
      return answer(200, {
        ...caseView(row, deps.clock()),
        reason: openReason(deps.keyring, session, row),
        session_status: session.status,
      });
    },
  });
}
