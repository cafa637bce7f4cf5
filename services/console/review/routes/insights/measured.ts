import type { AnswerOf, QueryOf } from '../../../../client/src/route-types';

export type Funnel = AnswerOf<'GET /api/v1/analytics/funnel'>;
export type FunnelGroup = Funnel['groups'][number];
export type FunnelDimension = QueryOf<'GET /api/v1/analytics/funnel'>['by'];
export type ReviewMetrics = AnswerOf<'GET /api/v1/analytics/review'>;
