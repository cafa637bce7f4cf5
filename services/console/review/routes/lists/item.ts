import type { ItemOf } from '../../../../client/src/route-types';

export type Item = ItemOf<'GET /api/v1/lists/{id}/items'>;
