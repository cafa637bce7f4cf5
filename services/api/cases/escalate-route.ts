import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { actorOnCase, reviewerField } from './case-actor';
import { caseView, caseObject } from './case-view';
import { escalateCase } from './escalate-case';
import { readerOf } from './first-opinion';
import { caseParams } from './read-routes';

const escalateBody = z.object({
  ...reviewerField,
  reason: z.string().min(1).max(2_000).optional(),
});

/** Leaves the decision to another reviewer; the words are a note on the case. */
export function escalateCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/escalate',
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: escalateBody,
    summary: 'Escalate a case',
    answers: { 200: json(caseObject) },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      const { reason } = call.body;
      const row = await escalateCase(
        deps,
        call,
        actor,
        reason === undefined ? {} : { words: reason },
      );
      return answer(200, caseView(row, deps.clock(), await readerOf(deps, call.caller)));
    },
  });
}
