import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditWorkflow } from './audit-workflow';
import { findWorkflow, lockWorkflow, workflowParams } from './find-workflow';
import { workflowSummary, workflowSummaryObject } from './workflow-view';

/** New sessions that name no workflow get this one. */
export function setDefaultWorkflow(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/workflows/:id/set-default',
    whose: 'nobody',
    scope: 'workflows:write',
    params: workflowParams,
    summary: 'Make a workflow the default',
    answers: { 200: json(workflowSummaryObject) },
    handler: async (call) => {
      const { caller, params } = call;
      const at = deps.clock();
      await call.once(z.null(), async (trx) => {
        // All of the environment's, in one order: two defaults at once wait for each other.
        const rows = await trx
          .selectFrom('workflows')
          .selectAll()
          .where('organization_id', '=', caller.organizationId)
          .where('environment', '=', caller.environment)
          .orderBy('id')
          .forUpdate()
          .execute();
        const row = rows.find(({ id }) => id === params.id);
        if (row === undefined) throw new VerifaError('not_found');
        if (!row.active) throw new VerifaError('workflow_inactive');
        await trx
          .updateTable('workflows')
          .set({ is_default: false })
          .where('organization_id', '=', caller.organizationId)
          .where('environment', '=', caller.environment)
          .where('is_default', '=', true)
          .execute();
        await trx
          .updateTable('workflows')
          .set({ is_default: true })
          .where('id', '=', row.id)
          .execute();
        await auditWorkflow(trx, call, row, 'made_default', at);
        return null;
      });
      return answer(200, workflowSummary(await findWorkflow(deps.db, caller, params.id)));
    },
  });
}

/** No new sessions; those that have it are judged by it as before. */
export function deactivateWorkflow(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/workflows/:id/deactivate',
    whose: 'nobody',
    scope: 'workflows:write',
    params: workflowParams,
    summary: 'Deactivate a workflow for new sessions',
    answers: { 200: json(workflowSummaryObject) },
    handler: async (call) => {
      await call.once(z.null(), async (trx) => {
        const before = await lockWorkflow(trx, call.caller, call.params.id);
        if (before.is_default) throw new VerifaError('workflow_is_default');
        const after = await trx
          .updateTable('workflows')
          .set({ active: false })
          .where('id', '=', before.id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await auditWorkflow(trx, call, after, 'deactivated', deps.clock());
        return null;
      });
      const { caller, params } = call;
      return answer(200, workflowSummary(await findWorkflow(deps.db, caller, params.id)));
    },
  });
}
