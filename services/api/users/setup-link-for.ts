import type { Transaction } from 'kysely';
import { z } from 'zod';
import { newSetupLink } from '../../../shared/auth/setup-link';
import type { Database } from '../../../shared/database/schema';
import type { OrganizationId, UserId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';

/** What is kept, sealed, for a repeat of the call that made it. */
export const keptLink = z.object({ url: z.string(), expiresAtMs: z.number() }).nullable();

/** Null where nobody signs in with a password. */
export async function setupLinkFor(
  { settings }: Pick<ApiDeps, 'settings'>,
  trx: Transaction<Database>,
  user: { readonly organizationId: OrganizationId; readonly userId: UserId },
  now: Date,
): Promise<z.output<typeof keptLink>> {
  if (settings.OIDC_ONLY) return null;
  const { url, expiresAt } = await newSetupLink(trx, settings.PUBLIC_URL, user, now);
  return { url, expiresAtMs: expiresAt.getTime() };
}
