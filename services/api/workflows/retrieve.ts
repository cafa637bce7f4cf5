import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { pageQuery, paginated, pageOf } from '../http/pagination';
import { route, type KeyedRoute, type Route } from '../http/route';
import { definitionView } from './definition-view';
import { findWorkflow, workflowParams } from './find-workflow';
import { readVersion } from './store-version';
import { workflowView, definitionObject, workflowObject } from './workflow-view';

const workflowVersionObject = z
  .strictObject({
    workflow_id: idOf('workflow'),
    version: z.number().int(),
    definition: definitionObject,
    created_at: instant,
  })
  .meta({ id: 'WorkflowVersion' });

export function retrieveWorkflow(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/workflows/:id',
    scope: 'workflows:read',
    params: workflowParams,
    summary: 'Get a workflow',
    answers: { 200: json(workflowObject) },
    handler: async ({ caller, params }) => {
      const row = await findWorkflow(deps.db, caller, params.id);
      const definition = await readVersion(deps.db, row.id, row.current_version);
      return answer(200, workflowView(row, definition));
    },
  });
}

/** Every version there ever was, newest first. */
export function listWorkflowVersions(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/workflows/:id/versions',
    scope: 'workflows:read',
    params: workflowParams,
    query: z.object(pageQuery),
    summary: "List a workflow's versions, newest first",
    answers: { 200: json(pageOf(workflowVersionObject)) },
    handler: async ({ caller, params, query }) => {
      const row = await findWorkflow(deps.db, caller, params.id);
      const versions = await deps.db
        .selectFrom('workflow_versions')
        .selectAll()
        .where('workflow_id', '=', row.id)
        .orderBy('version', 'desc')
        .limit(query.limit)
        .offset(query.offset)
        .execute();
      const views = versions.map(({ version, definition, created_at }) => ({
        workflow_id: row.id,
        version,
        definition: definitionView(definition),
        created_at,
      }));
      return answer(200, paginated(views, row.current_version, query));
    },
  });
}
