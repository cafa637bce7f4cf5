import { z } from 'zod';
import { countQueue } from '../cases/count-queue';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { rangeQuery, requireRange } from './asked-range';
import { measureReview } from './measure-review';
import { reviewMetrics } from './review-object';

/** Measures how long cases wait and take, and how often reviewers see them otherwise than checks and each other. */
export function reviewMetricsRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/analytics/review',
    scope: 'cases:read',
    query: z.object(rangeQuery),
    summary: 'Measure the reviewing of cases',
    answers: { 200: json(reviewMetrics) },
    handler: async ({ caller, query }) => {
      requireRange(query);
      const now = deps.clock();
      const queue = await countQueue(deps.db, caller, { mine: '', now });
      const { open, in_review, pending_second_review, escalated, age, age_bands } = queue;
      const waiting = open + in_review + pending_second_review + escalated;
      const measured = await measureReview(deps.db, caller, query);
      return answer(200, { ...measured, queue: { waiting, age, age_bands } });
    },
  });
}
