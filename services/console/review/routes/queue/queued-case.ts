import type { ItemOf } from '../../../../client/src/route-types';

export type QueuedCase = ItemOf<'GET /api/v1/cases'>;
