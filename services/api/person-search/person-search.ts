import { sql, type Kysely, type SqlBool } from 'kysely';
import { keyedHash, ownerKey } from '../../../shared/applicant/keyed-hash';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database } from '../../../shared/database/schema';
import type { Call } from '../http/call';
import type { Caller } from '../http/caller';
import { whenceOf } from '../http/whence';
import type { SoughtPerson } from './search-body';
import { soughtKeys, type SoughtKeys } from './sought-keys';

interface SearchDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

/**
 * A caller's sessions of a person, by equal hashes: of those whose workflow looked for duplicates, as long as
 * their personal data can be read.
 */
export function sessionsOfPerson(deps: SearchDeps, caller: Caller, sought: SoughtPerson) {
  const owner = { organization_id: caller.organizationId, environment: caller.environment };
  const key = ownerKey(deps.keyring, owner, 'duplicate-attributes');
  const found = deps.db
    .selectFrom('sessions')
    .where('organization_id', '=', owner.organization_id)
    .where('environment', '=', owner.environment)
    .where('retention_status', '=', 'active');
  const hasOne = ({ kind, canonicals }: SoughtKeys) => sql<SqlBool>`sessions.id IN (
    SELECT kept.session_id FROM session_attributes AS kept
    WHERE kept.organization_id = ${owner.organization_id}
      AND kept.environment = ${owner.environment} AND kept.kind = ${kind}
      AND kept.value_hash = ANY (${canonicals.map((one) => keyedHash(key, kind, one))}::bytea[]))`;
  return soughtKeys(sought).reduce((rows, keys) => rows.where(hasOne(keys)), found);
}

interface Searched {
  readonly action: 'session.searched' | 'case.searched';
  readonly sought: SoughtPerson;
  readonly found: number;
  readonly at: Date;
}

/** Records that somebody searched and by which fields; the words are kept nowhere. */
export async function recordSearch(
  db: Kysely<Database>,
  call: Call<unknown, unknown, unknown>,
  { action, sought, found, at }: Searched,
): Promise<void> {
  await recordAudit(db, {
    organizationId: call.caller.organizationId,
    environment: call.caller.environment,
    actorKind: call.actor.kind,
    actorId: call.actor.id,
    action,
    resourceId: null,
    requestId: call.requestId,
    whence: whenceOf(call),
    detail: { fields: fieldsOf(sought), found },
    at,
  });
}

function fieldsOf(sought: SoughtPerson): readonly string[] {
  return Object.entries(sought).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
