import type { Kysely, Transaction } from 'kysely';
import type { Database, IdentityRow } from '../database/schema';

type Owned = Pick<IdentityRow, 'id' | 'organization_id' | 'environment'>;

/**
 * Every session of a person: those that were decided for the identity or for one merged into it, and those of
 * their references that nobody has decided yet, or ever will: pending, under review, expired.
 */
export function sessionsOfIdentity(db: Kysely<Database>, identity: Owned) {
  const family = db
    .selectFrom('identities')
    .where('organization_id', '=', identity.organization_id)
    .where('environment', '=', identity.environment)
    .where((eb) => eb.or([eb('id', '=', identity.id), eb('merged_into', '=', identity.id)]));
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('organization_id', '=', identity.organization_id)
    .where('environment', '=', identity.environment)
    .where((eb) =>
      eb.or([
        eb('identity_id', 'in', family.select('id')),
        eb.and([
          eb('identity_id', 'is', null),
          eb(
            'external_ref',
            'in',
            family.select('external_ref').where('external_ref', 'is not', null),
          ),
        ]),
      ]),
    )
    .orderBy('id');
}

/**
 * Gives the undecided ones to the identity too, so that a later look finds them when their reference is gone,
 * and remembers that the person is to be erased: a hold may keep the last of it.
 */
export async function beginErasure(
  trx: Transaction<Database>,
  identity: Owned,
  at: Date,
): Promise<void> {
  const rows = await sessionsOfIdentity(trx, identity).forNoKeyUpdate().execute();
  const ids = rows.filter(({ identity_id: owner }) => owner !== identity.id).map(({ id }) => id);
  if (ids.length > 0) {
    await trx
      .updateTable('sessions')
      .set({ identity_id: identity.id })
      .where('id', 'in', ids)
      .execute();
  }
  await trx
    .updateTable('identities')
    .set({ erasure_asked_at: at })
    .where('id', '=', identity.id)
    .where('erasure_asked_at', 'is', null)
    .execute();
}
