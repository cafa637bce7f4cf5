import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditWorkflow } from './audit-workflow';
import { workflowName } from './create';
import {
  definitionAliases,
  definitionAsWritten,
  definitionBody,
  readDefinition,
} from './definition-body';
import { findWorkflow, lockWorkflow, workflowParams } from './find-workflow';
import { readVersion, storeVersion } from './store-version';
import { writtenWorkflowObject, writtenWorkflowView } from './workflow-view';

const updateBody = z.object({
  name: workflowName.optional(),
  definition: definitionBody.optional(),
  /** The share of sessions for the newest version; the others keep the one before. */
  rollout_percentage: z.number().int().min(0).max(100).optional(),
});

/** A definition makes a new version; a rollout of 100 (its default) makes it everybody's. */
export function updateWorkflow(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: '/api/v1/workflows/:id',
    whose: 'nobody',
    scope: 'workflows:write',
    params: workflowParams,
    body: updateBody,
    aliases: definitionAliases,
    summary: 'Update a workflow; a definition makes a new version',
    answers: { 200: json(writtenWorkflowObject) },
    bodyAs: updateBody.extend({ definition: definitionAsWritten.optional() }),
    handler: async (call) => {
      const { caller, params, body } = call;
      const given = body.definition === undefined ? null : readDefinition(body.definition);
      const at = deps.clock();
      await call.once(z.null(), async (trx) => {
        const before = await lockWorkflow(trx, caller, params.id);
        const version = before.current_version + (given === null ? 0 : 1);
        if (given !== null) await storeVersion(trx, before.id, version, given, at);
        const rollout =
          body.rollout_percentage ?? (given === null ? before.rollout_percentage : 100);
        const changed = await trx
          .updateTable('workflows')
          .set({
            ...(body.name === undefined ? {} : { name: body.name }),
            current_version: version,
            rollout_percentage: rollout,
            stable_version: rollout === 100 ? version : before.stable_version,
          })
          .where('id', '=', before.id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await auditWorkflow(trx, call, changed, 'updated', at);
        return null;
      });
      const row = await findWorkflow(deps.db, caller, params.id);
      const definition = await readVersion(deps.db, row.id, row.current_version);
      return answer(200, writtenWorkflowView(row, definition));
    },
  });
}
