import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { workflowSummary, workflowSummaryObject } from './workflow-view';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { defaultFirst } from '../http/list-order';
import { readList } from '../http/read-list';

/** The default first, then the newest; definitions are with each workflow. */
export function listWorkflows(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/workflows',
    scope: 'workflows:read',
    query: z.object({ ...pageQuery, active: z.enum(['true', 'false']).optional() }),
    summary: 'List workflows, the default first',
    answers: { 200: json(listOf(workflowSummaryObject)) },
    handler: async ({ caller, query }) => {
      const owned = deps.db
        .selectFrom('workflows')
        .selectAll()
        .where('organization_id', '=', caller.organizationId)
        .where('environment', '=', caller.environment);
      const wanted =
        query.active === undefined ? owned : owned.where('active', '=', query.active === 'true');
      const page = await readList(wanted, defaultFirst, query);
      return answer(200, pageWith(page, page.data.map(workflowSummary)));
    },
  });
}
