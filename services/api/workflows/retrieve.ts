import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute, type Route } from '../http/route';
import { definitionView } from './definition-view';
import { findWorkflow, workflowParams } from './find-workflow';
import { readVersion } from './store-version';
import { workflowView, definitionObject, workflowObject } from './workflow-view';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { byVersion } from '../http/list-order';
import { readList } from '../http/read-list';

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
    answers: { 200: json(listOf(workflowVersionObject)) },
    handler: async ({ caller, params, query }) => {
      const row = await findWorkflow(deps.db, caller, params.id);
      const versions = deps.db
        .selectFrom('workflow_versions')
        .selectAll()
        .where('workflow_id', '=', row.id);
      const page = await readList(versions, byVersion, query);
      const views = page.data.map(({ version, definition, created_at }) => ({
        workflow_id: row.id,
        version,
        definition: definitionView(definition),
        created_at,
      }));
      return answer(200, pageWith(page, views));
    },
  });
}
