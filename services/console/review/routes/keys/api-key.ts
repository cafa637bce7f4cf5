import type { ItemOf } from '../../../../client/src/route-types';

export type ApiKey = ItemOf<'GET /api/v1/api-keys'>;
