import { z } from 'zod';
import { casePriorities, caseTag, rankOf } from '../../../shared/domain/cases/priority';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { actorOnCase, reviewerField } from './case-actor';
import { caseObject, caseView, isClosed } from './case-view';
import { changeCase } from './change-case';
import { readerOf } from './first-opinion';
import { caseParams } from './read-routes';

const mostTags = 20;

const updateBody = z.object({
  ...reviewerField,
  priority: z.enum(casePriorities).optional(),
  /** All of them, in place of those that it has. */
  tags: z
    .array(caseTag)
    .max(mostTags)
    .transform((tags) => [...new Set(tags)])
    .optional(),
});

/** Sets priority and tags; the one who has the case in hands keeps it. */
export function updateCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: '/api/v1/cases/:id',
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: updateBody,
    summary: "Set a case's priority and tags",
    answers: { 200: json(caseObject) },
    example: { priority: 'high', tags: ['payouts'] },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      const { priority, tags } = call.body;
      const detail = {
        ...(priority === undefined ? {} : { priority }),
        ...(tags === undefined ? {} : { tags: tags.join(',') }),
      };
      const deed = { actor, what: 'updated', detail } as const;
      const row = await changeCase(deps, call, deed, (trx, locked) => {
        if (isClosed(locked)) {
          throw new VerifaError('case_closed', { extra: { case_status: locked.status } });
        }
        if (priority === undefined && tags === undefined) return Promise.resolve(null);
        return trx
          .updateTable('cases')
          .set({
            ...(priority === undefined ? {} : { priority: rankOf(priority) }),
            ...(tags === undefined ? {} : { tags }),
          })
          .where('id', '=', locked.id)
          .returningAll()
          .executeTakeFirstOrThrow();
      });
      return answer(200, caseView(row, deps.clock(), await readerOf(deps, call.caller)));
    },
  });
}
