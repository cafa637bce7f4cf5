import type { Transaction } from 'kysely';
import type { Keyring } from '../crypto/keyring';
import type { Database, IdentityRow } from '../database/schema';
import type { Environment } from '../domain/environment';
import { newId, type IdentityId, type OrganizationId } from '../domain/ids';

export interface NewIdentity {
  readonly id?: IdentityId;
  readonly organizationId: OrganizationId;
  readonly environment: Environment;
  readonly externalRef: string | null;
  readonly origin: IdentityRow['origin'];
  readonly tags?: readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** The new row; undefined when the reference has an identity already. */
export async function insertIdentity(
  trx: Transaction<Database>,
  keyring: Keyring,
  given: NewIdentity,
): Promise<IdentityRow | undefined> {
  const id = given.id ?? newId('identity');
  const { wrapped } = keyring.createDataKey(id);
  return trx
    .insertInto('identities')
    .values({
      id,
      organization_id: given.organizationId,
      environment: given.environment,
      external_ref: given.externalRef,
      status: 'unverified',
      origin: given.origin,
      tags: [...(given.tags ?? [])],
      metadata: JSON.stringify(given.metadata ?? {}),
      profile_sealed: null,
      wrapped_key: wrapped.wrapped,
      master_key_id: wrapped.masterKeyId,
      newest_session_id: null,
      merged_into: null,
      event_sequence: 0,
      created_at: given.at,
      updated_at: given.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'environment', 'external_ref'])
        .where('external_ref', 'is not', null)
        .doNothing(),
    )
    .returningAll()
    .executeTakeFirst();
}
