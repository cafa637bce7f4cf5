import { z } from 'zod';
import { scopes } from '../../../shared/domain/auth/scopes';
import type { ApiKeyRow } from '../../../shared/database/schema';
import { environment, idOf, instant } from '../http/answer-values';

export const keyObject = z
  .strictObject({
    id: idOf('apiKey'),
    label: z.string(),
    environment,
    prefix: z.string(),
    scopes: z.array(z.enum(scopes)).readonly(),
    ip_allow_list: z.array(z.string()).readonly().nullable(),
    /** The same, by its published name. */
    allowed_ips: z.array(z.string()).readonly().nullable(),
    status: z.enum(['active', 'expired']),
    expires_at: instant.nullable(),
    /** Null: the current one. It may be one that is retired since. */
    api_version: z.string().nullable(),
    last_used_at: instant.nullable(),
    created_at: instant,
  })
  .meta({ id: 'ApiKey' });

/** Once, when it was made; `secret` is the key by its published name. */
export const keyWithSecret = z
  .strictObject({ ...keyObject.shape, key: z.string(), secret: z.string() })
  .meta({ id: 'ApiKeyWithSecret' });

/** What is kept of a key's making for a repeat of the call: the key, sealed, for a day. */
export const madeKey = z.object({ id: idOf('apiKey'), key: z.string() });

/** Never the key: it was told when it was made. */
export function keyView(row: ApiKeyRow, now: Date): z.output<typeof keyObject> {
  const isOver = row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= now);
  return {
    id: row.id,
    label: row.label,
    environment: row.environment,
    prefix: row.prefix,
    scopes: row.scopes,
    ip_allow_list: row.ip_allow_list,
    allowed_ips: row.ip_allow_list,
    status: isOver ? 'expired' : 'active',
    expires_at: row.revoked_at ?? row.expires_at,
    api_version: row.api_version,
    last_used_at: row.last_used_at,
    created_at: row.created_at,
  };
}

export function newKeyView(
  { row, key }: { readonly row: ApiKeyRow; readonly key: string },
  now: Date,
): z.output<typeof keyWithSecret> {
  return { ...keyView(row, now), key, secret: key };
}
