import type { ListRow } from './find-list';

export function listView(row: ListRow) {
  return {
    id: row.id,
    name: row.name,
    action: row.action,
    /** `review`: where reviewers' blocks go. */
    origin: row.origin,
    environment: row.environment,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}
