import type { IdentityRow } from '../../../shared/database/schema';

export interface IdentityView {
  readonly id: string;
  readonly external_ref: string | null;
  readonly environment: IdentityRow['environment'];
  readonly status: IdentityRow['status'];
  readonly tags: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly newest_session_id: string | null;
  readonly merged_into: string | null;
  readonly retention_status: 'active' | 'redacted';
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly archived_at: Date | null;
}

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
