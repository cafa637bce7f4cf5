import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Database, IdentityRow } from '../database/schema';
import { notFound } from '../domain/errors/not-found';
import { VerifaError } from '../domain/errors/verifa-error';
import { isId } from '../domain/ids';
import type { Tenant } from '../domain/tenant';

/** `:id` of these paths is an identity's id or its `external_ref`. */
export const identityParams = z.object({ id: z.string().min(1).max(255) });

/** The caller's identity, or 404. A reference that was merged away leads to the one it was merged into. */
export async function findIdentity(
  db: Kysely<Database>,
  caller: Tenant,
  idOrRef: string,
): Promise<IdentityRow> {
  const row = await owned(db, caller, idOrRef).executeTakeFirstOrThrow(notFound);
  const isByRef = row.id !== idOrRef;
  return isByRef && row.merged_into !== null ? findIdentity(db, caller, row.merged_into) : row;
}

/** The same, followed to whom it was merged into: an erasure and an export are of the whole person. */
export async function findPerson(
  db: Kysely<Database>,
  caller: Tenant,
  idOrRef: string,
): Promise<IdentityRow> {
  const row = await findIdentity(db, caller, idOrRef);
  return row.merged_into === null ? row : findIdentity(db, caller, row.merged_into);
}

/**
 * The same under its lock, for writes.
 *
 * @throws VerifaError identity_redacted, identity_merged
 */
export async function lockIdentity(
  trx: Transaction<Database>,
  caller: Tenant,
  idOrRef: string,
): Promise<IdentityRow> {
  const { id } = await findIdentity(trx, caller, idOrRef);
  const row = await trx
    .selectFrom('identities')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  requireWritable(row);
  return row;
}

export function requireWritable(row: IdentityRow): void {
  if (row.redacted_at !== null) throw new VerifaError('identity_redacted');
  if (row.merged_into !== null) {
    throw new VerifaError('identity_merged', { extra: { merged_into: row.merged_into } });
  }
}

function owned(db: Kysely<Database>, caller: Tenant, idOrRef: string) {
  const query = db
    .selectFrom('identities')
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment);
  if (!isId('identity', idOrRef)) return query.where('external_ref', '=', idOrRef);
  // An integrator's reference may look like an id of ours: whoever has that id comes first.
  return query
    .where((eb) => eb.or([eb('id', '=', idOrRef), eb('external_ref', '=', idOrRef)]))
    .orderBy((eb) => eb('id', '=', idOrRef), 'desc')
    .limit(1);
}
