import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { WorkflowVersionsTable } from '../../../shared/database/organization-tables';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { WorkflowId } from '../../../shared/domain/ids';
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
      const views = page.data.map((one) => versionView(row.id, one));
      return answer(200, pageWith(page, views));
    },
  });
}

/** A version that there cannot be is as unknown as one that there is not. */
const versionParams = workflowParams.extend({ version: z.string() });
const versionNumber = z.string().regex(/^[1-9]\d{0,8}$/);

/** One version, such as the one that judged a session. */
export function retrieveWorkflowVersion(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/workflows/:id/versions/:version',
    scope: 'workflows:read',
    params: versionParams,
    summary: "Get one of a workflow's versions",
    answers: { 200: json(workflowVersionObject) },
    handler: async ({ caller, params }) => {
      const row = await findWorkflow(deps.db, caller, params.id);
      const version = versionNumber.safeParse(params.version);
      if (!version.success) throw new VerifaError('not_found');
      const found = await deps.db
        .selectFrom('workflow_versions')
        .selectAll()
        .where('workflow_id', '=', row.id)
        .where('version', '=', Number(version.data))
        .executeTakeFirstOrThrow(notFound);
      return answer(200, versionView(row.id, found));
    },
  });
}

function versionView(
  workflowId: WorkflowId,
  { version, definition, created_at }: Selectable<WorkflowVersionsTable>,
): z.output<typeof workflowVersionObject> {
  return { workflow_id: workflowId, version, definition: definitionView(definition), created_at };
}
