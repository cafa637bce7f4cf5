import type { ItemOf } from '../../../../client/src/route-types';

export type AuditRecord = ItemOf<'GET /api/v1/events'>;
