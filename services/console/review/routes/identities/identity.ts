import type { AnswerOf } from '../../../../client/src/route-types';

export type Identity = AnswerOf<'GET /api/v1/identities/{id}'>;
