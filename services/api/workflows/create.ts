import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { created } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditWorkflow } from './audit-workflow';
import {
  definitionAliases,
  definitionAsWritten,
  definitionBody,
  readDefinition,
} from './definition-body';
import { findWorkflow } from './find-workflow';
import { storeVersion } from './store-version';
import { writtenWorkflowObject, writtenWorkflowView } from './workflow-view';

export const workflowName = z.string().trim().min(1).max(200);

const madeWorkflow = z.object({ id: idOf('workflow') });
const createBody = z.object({ name: workflowName, definition: definitionBody });

export function createWorkflow(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/workflows',
    whose: 'nobody',
    scope: 'workflows:write',
    body: createBody,
    aliases: definitionAliases,
    summary: 'Create a workflow',
    answers: { 201: created(writtenWorkflowObject) },
    bodyAs: createBody.extend({ definition: definitionAsWritten }),
    example: {
      name: 'Document only',
      definition: { steps: [{ policy: 'document_quality' }, { policy: 'document_ocr' }] },
    },
    handler: async (call) => {
      const { caller, body } = call;
      const definition = readDefinition(body.definition);
      const at = deps.clock();
      const { id } = await call.once(madeWorkflow, async (trx) => {
        const made = await trx
          .insertInto('workflows')
          .values({
            id: call.assignedId('workflow'),
            organization_id: caller.organizationId,
            environment: caller.environment,
            name: body.name,
            is_default: false,
            active: true,
            current_version: 1,
            created_at: at,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await storeVersion(trx, made.id, 1, definition, at);
        await auditWorkflow(trx, call, made, 'created', at);
        return { id: made.id };
      });
      const row = await findWorkflow(deps.db, caller, id);
      return answer(201, writtenWorkflowView(row, definition), {
        Location: `/api/v1/workflows/${row.id}`,
      });
    },
  });
}
