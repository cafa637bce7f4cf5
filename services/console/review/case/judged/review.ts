import type { AnswerOf } from '../../../../client/src/route-types';

export type Review = AnswerOf<'GET /api/v1/cases/{id}/review'>;
export type JudgedCheck = Review['checks'][number];
export type CheckName = JudgedCheck['check'];
export type RiskSum = NonNullable<Review['risk']>;
export type ReadField = NonNullable<Review['fields']>[number];
export type FieldName = ReadField['field'];
export type Stated = NonNullable<Review['stated']>[number];
export type Duplicate = NonNullable<Review['duplicates']>[number];
export type Hit = NonNullable<Review['watchlist_hits']>[number];
export type Preview = AnswerOf<'POST /api/v1/cases/{id}/preview'>;
export type Decision = Preview['after']['decision'];
