import { z } from 'zod';
import { listActions } from '../../../shared/domain/lists/list-action';
import { environment, idOf, instant } from '../http/answer-values';
import type { ListRow } from './find-list';

export const listObject = z
  .strictObject({
    id: idOf('list'),
    name: z.string(),
    action: z.enum(listActions),
    /** `review`: where reviewers' blocks go. */
    origin: z.enum(['api', 'review']),
    environment,
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: 'List' });

export function listView(row: ListRow): z.output<typeof listObject> {
  return {
    id: row.id,
    name: row.name,
    action: row.action,
    origin: row.origin,
    environment: row.environment,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}
