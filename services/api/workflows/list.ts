import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { pageQuery, paginated, pageOf } from '../http/pagination';
import { route, type KeyedRoute } from '../http/route';
import { workflowSummary, workflowSummaryObject } from './workflow-view';

/** The default first, then the newest; definitions are with each workflow. */
export function listWorkflows(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/workflows',
    scope: 'workflows:read',
    query: z.object({ ...pageQuery, active: z.enum(['true', 'false']).optional() }),
    summary: 'List workflows, the default first',
    answers: { 200: json(pageOf(workflowSummaryObject)) },
    handler: async ({ caller, query }) => {
      const owned = deps.db
        .selectFrom('workflows')
        .where('organization_id', '=', caller.organizationId);
      const wanted =
        query.active === undefined ? owned : owned.where('active', '=', query.active === 'true');
      const [{ total }, rows] = await Promise.all([
        wanted.select((e) => e.fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
        wanted
          .selectAll()
          .orderBy('is_default', 'desc')
          .orderBy('id', 'desc')
          .limit(query.limit)
          .offset(query.offset)
          .execute(),
      ]);
      return answer(200, paginated(rows.map(workflowSummary), Number(total), query));
    },
  });
}
