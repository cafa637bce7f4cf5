import type { ItemOf } from '../../../../client/src/route-types';

/** What there is to know of a case to handle it without deciding it: in the queue, or on its own screen. */
export type HandledCase = Pick<
  ItemOf<'GET /api/v1/cases'>,
  'id' | 'status' | 'assignee' | 'priority' | 'tags'
>;

/** Paths whose answers are others once a case was handled. */
export const handledPaths = ['/api/v1/cases', '/api/v1/events'] as const;
