import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { callerId } from '../http/caller';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { caseStats, countQueue } from './count-queue';

const statsQuery = z.object({
  /** The holder whose cases `mine` counts. Default: the caller. */
  assignee: z.string().min(1).max(64).optional(),
});

/** Counts what each tab of a queue has, and tells how long cases have waited, in one pass over those undecided. */
export function caseStatsRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/cases/stats',
    scope: 'cases:read',
    query: statsQuery,
    summary: 'Count cases by status and age',
    answers: { 200: json(caseStats) },
    handler: async ({ caller, query }) => {
      const counted = await countQueue(deps.db, caller, {
        mine: query.assignee ?? callerId(caller),
        now: deps.clock(),
      });
      return answer(200, counted);
    },
  });
}
