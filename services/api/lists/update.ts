import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { listActions } from '../../../shared/domain/lists/list-action';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditList } from './audit-list';
import { listName } from './create';
import { findList, listParams, lockList, requireOwnList } from './find-list';
import { listView, listObject } from './list-view';
import { hasErrorCode } from '../../../shared/domain/errors/error-code';

const updateBody = z.object({
  name: listName.optional(),
  action: z.enum(listActions).optional(),
});

/** Another action is for checks to come: what was judged stays judged. */
export function updateList(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: '/api/v1/lists/:id',
    whose: 'nobody',
    scope: 'organization:write',
    params: listParams,
    body: updateBody,
    summary: 'Update a list',
    answers: { 200: json(listObject) },
    handler: async (call) => {
      const { name, action } = call.body;
      const at = deps.clock();
      try {
        await call.once(z.null(), async (trx) => {
          const before = await lockList(trx, call.caller, call.params.id);
          requireOwnList(before);
          const changed = await trx
            .updateTable('lists')
            .set({
              ...(name === undefined ? {} : { name }),
              ...(action === undefined ? {} : { action }),
              updated_at: at,
            })
            .where('id', '=', before.id)
            .returningAll()
            .executeTakeFirstOrThrow();
          await auditList(trx, call, changed, 'updated', at);
          return null;
        });
        return answer(200, listView(await findList(deps.db, call.caller, call.params.id)));
      } catch (cause) {
        throw isTaken(cause) ? new VerifaError('list_exists', { cause }) : cause;
      }
    },
  });
}

/** Postgres's unique_violation: of what changes here only the name is unique. */
function isTaken(cause: unknown): boolean {
  return hasErrorCode(cause, '23505');
}
