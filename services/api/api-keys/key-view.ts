import type { ApiKeyRow } from '../../../shared/database/schema';

/** Never the key: it was told when it was made. */
export function keyView(row: ApiKeyRow, now: Date) {
  const isOver = row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= now);
  return {
    id: row.id,
    label: row.label,
    environment: row.environment,
    prefix: row.prefix,
    scopes: row.scopes,
    ip_allow_list: row.ip_allow_list,
    status: isOver ? 'expired' : 'active',
    expires_at: row.revoked_at ?? row.expires_at,
    last_used_at: row.last_used_at,
    created_at: row.created_at,
  };
}
