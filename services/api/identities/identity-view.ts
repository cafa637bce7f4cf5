import { z } from 'zod';
import type { IdentityRow } from '../../../shared/database/schema';
import { environment, freeObject, idOf, instant } from '../http/answer-values';

export const identityObject = z
  .strictObject({
    id: idOf('identity'),
    external_ref: z.string().nullable(),
    environment,
    status: z.enum(['unverified', 'approved', 'rejected']),
    tags: z.array(z.string()).readonly(),
    metadata: freeObject,
    newest_session_id: idOf('session').nullable(),
    merged_into: idOf('identity').nullable(),
    retention_status: z.enum(['active', 'redacted']),
    created_at: instant,
    updated_at: instant,
    archived_at: instant.nullable(),
  })
  .meta({ id: 'Identity' });
export type IdentityView = z.output<typeof identityObject>;

/** What was read from documents is not here: it is in the sessions' results, and in the export. */
export function identityView(row: IdentityRow): IdentityView {
  return {
    id: row.id,
    external_ref: row.external_ref,
    environment: row.environment,
    status: row.status,
    tags: row.tags,
    metadata: row.metadata,
    newest_session_id: row.newest_session_id,
    merged_into: row.merged_into,
    retention_status: row.redacted_at === null ? 'active' : 'redacted',
    created_at: row.created_at,
    updated_at: row.updated_at,
    archived_at: row.archived_at,
  };
}
