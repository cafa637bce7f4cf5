import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { listActions } from '../../../shared/domain/lists/list-action';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { created } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditList } from './audit-list';
import { findList } from './find-list';
import { listView, listObject } from './list-view';

export const listName = z.string().trim().min(1).max(200);

const madeList = z.object({ id: idOf('list') });
const createBody = z.object({ name: listName, action: z.enum(listActions) });

/** A list takes items of every kind: what it means is its action alone. */
export function createList(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/lists',
    whose: 'nobody',
    scope: 'organization:write',
    body: createBody,
    summary: 'Create a list',
    answers: { 201: created(listObject) },
    example: { name: 'Known fraudsters', action: 'block' },
    handler: async (call) => {
      const { caller, body } = call;
      const at = deps.clock();
      const { id } = await call.once(madeList, async (trx) => {
        const made = await trx
          .insertInto('lists')
          .values({
            id: call.assignedId('list'),
            organization_id: caller.organizationId,
            environment: caller.environment,
            name: body.name,
            action: body.action,
            origin: 'api',
            created_at: at,
            updated_at: at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst();
        if (made === undefined) throw new VerifaError('list_exists');
        await auditList(trx, call, made, 'created', at);
        return { id: made.id };
      });
      const row = await findList(deps.db, caller, id);
      return answer(201, listView(row), { Location: `/api/v1/lists/${row.id}` });
    },
  });
}
