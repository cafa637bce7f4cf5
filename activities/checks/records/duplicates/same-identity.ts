import { sql, type Kysely } from 'kysely';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import type { IdentityId } from '../../../../shared/domain/ids';

/** Whom the integrator takes a session's person for: a reference, and all that were merged with it. */
export interface SameIdentity {
  readonly id: IdentityId | null;
  readonly references: readonly string[];
}

/**
 * A session that is being judged may not have its identity yet: that is given when it completes. Its
 * reference may already belong to one, by an earlier session or by a merge.
 */
export async function sameIdentity(
  db: Kysely<Database>,
  session: SessionRow,
): Promise<SameIdentity> {
  const { identity_id: given, external_ref: reference } = session;
  if (given === null && reference === null) return { id: null, references: [] };
  const own = await ownedIdentities(db, session)
    .select(['id', 'merged_into'])
    .where((eb) => (given === null ? eb('external_ref', '=', reference) : eb('id', '=', given)))
    .executeTakeFirst();
  const id = own === undefined ? null : (own.merged_into ?? own.id);
  const merged =
    id === null
      ? []
      : await ownedIdentities(db, session)
          .select('external_ref')
          .where((eb) => eb.or([eb('id', '=', id), eb('merged_into', '=', id)]))
          .execute();
  const references = [reference, ...merged.map(({ external_ref: other }) => other)];
  return { id, references: [...new Set(references.filter((other) => other !== null))] };
}

function ownedIdentities(db: Kysely<Database>, session: SessionRow) {
  return db
    .selectFrom('identities')
    .where('organization_id', '=', session.organization_id)
    .where('environment', '=', session.environment);
}

/** Sessions that are neither this one nor of the same identity. */
export function otherPeoples(
  db: Kysely<Database>,
  session: SessionRow,
  { id, references }: SameIdentity,
) {
  const others = db
    .selectFrom('sessions')
    .where('sessions.id', '!=', session.id)
    .where(sql<boolean>`coalesce(sessions.external_ref <> ALL(${references}), true)`);
  return id === null ? others : others.where('sessions.identity_id', 'is distinct from', id);
}
