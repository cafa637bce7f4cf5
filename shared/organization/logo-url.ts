import type { Kysely } from 'kysely';
import type { Owned } from '../database/columns';
import type { Database } from '../database/schema';

/** Where an environment's logo is shown from: the address is the picture's hash, so that it never goes stale. */
export async function logoUrl(
  { db, publicUrl }: { readonly db: Kysely<Database>; readonly publicUrl: string },
  { organization_id: organizationId, environment }: Owned,
): Promise<string | null> {
  const row = await db
    .selectFrom('organization_logos')
    .select('sha256')
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment)
    .executeTakeFirst();
  return row === undefined ? null : `${publicUrl}/logos/${row.sha256}.png`;
}
