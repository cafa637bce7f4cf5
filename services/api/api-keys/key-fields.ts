import { z } from 'zod';
import { scopes, type Scope } from '../../../shared/domain/auth/scopes';
import { servedVersions } from '../http/api-version';
import { isPlainRange } from '../network/network-range';
import type { Aliases } from '../http/aliases';
import { invalidField } from '../http/parse';

/** What a key gets when its creation names nothing (`2-api-conventions.md`, scopes). */
export const firstScopes: readonly Scope[] = [
  'sessions:read',
  'sessions:create',
  'sessions:write',
  'verifications:read',
  'identities:read',
];

export const keyFields = {
  label: z.string().trim().min(1).max(200),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
  /** Addresses and CIDRs; null: from anywhere. */
  ip_allow_list: z
    .array(z.string().refine(isPlainRange, 'is not an address or a CIDR as it is usually written'))
    .min(1)
    .max(100)
    .nullable(),
  /** Null: never. */
  expires_at: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .nullable(),
  /** What requests without `Verifa-Version` get; null: whatever is current. */
  api_version: z.enum(servedVersions).nullable(),
};

export const keyAliases: Aliases = { ip_allow_list: ['allowed_ips'] };

/** A key that is over before it begins is a mistake; a key is ended by `expire`. */
export function requireFuture(expiresAt: Date | null | undefined, now: Date): void {
  if (expiresAt == null || expiresAt > now) return;
  throw invalidField('expires_at', 'in_past', 'is in the past');
}
