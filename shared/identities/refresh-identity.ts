import type { Transaction } from 'kysely';
import { loadExtracted } from '../attempt/readings';
import { forgetWhence } from '../audit/personal-values';
import { recordAudit } from '../audit/record-audit';
import type { Keyring } from '../crypto/keyring';
import { sealJson } from '../crypto/seal';
import { keyToRead } from '../crypto/session-key';
import type { Database, IdentityRow, SessionRow } from '../database/schema';
import { eraseStoredAnswers } from '../erasure/stored-answers';
import type { IdentityId } from '../domain/ids';
import { identityKey, profileContext } from './identity-key';

/**
 * Brings an identity's status and profile in line with its newest completed session: newest by creation,
 * so that a reprocess of an old one does not speak for the person again. When the last session that it
 * was made of is redacted, everything personal of it goes too.
 */
export async function refreshIdentity(
  trx: Transaction<Database>,
  keyring: Keyring,
  identityId: IdentityId,
  at: Date,
): Promise<void> {
  const row = await trx
    .selectFrom('identities')
    .selectAll()
    .where('id', '=', identityId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  if (row.redacted_at !== null || row.merged_into !== null) return;
  const newest = await newestDecided(trx, identityId);
  if (newest === null) {
    const isLast = row.origin === 'session' || row.erasure_asked_at !== null;
    await (isLast && !(await hasSession(trx, identityId))
      ? eraseAsLast(trx, row, at)
      : forgetSessions(trx, row, at));
    return;
  }
  const profile = await readProfile(trx, keyring, newest.session, newest.attempt);
  await trx
    .updateTable('identities')
    .set({
      status: newest.status,
      newest_session_id: newest.session.id,
      profile_sealed:
        profile === null
          ? null
          : sealJson(identityKey(keyring, row), profileContext(row.id), profile),
      updated_at: at,
    })
    .where('id', '=', row.id)
    .execute();
}

interface Newest {
  readonly session: SessionRow;
  readonly status: 'approved' | 'rejected';
  readonly attempt: number;
}

async function newestDecided(
  trx: Transaction<Database>,
  identityId: IdentityId,
): Promise<Newest | null> {
  const session = await trx
    .selectFrom('sessions')
    .selectAll()
    .where('identity_id', '=', identityId)
    .where('completed_at', 'is not', null)
    .where('retention_status', '!=', 'redacted')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (session === undefined) return null;
  const result = await trx
    .selectFrom('results')
    .select(['status', 'attempt'])
    .where('session_id', '=', session.id)
    .where('withdrawn_at', 'is', null)
    .where('status', '!=', 'needs_review')
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (result === undefined || result.status === 'needs_review') return null;
  return { session, status: result.status, attempt: result.attempt };
}

async function readProfile(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
  attempt: number,
): Promise<Readonly<Record<string, unknown>> | null> {
  const key = keyToRead(keyring, session, 'extracted_data');
  if (key === null) return null;
  return loadExtracted(trx, key, { sessionId: session.id, attempt });
}

/** Any that is not erased, decided or not. */
async function hasSession(trx: Transaction<Database>, id: IdentityId): Promise<boolean> {
  const row = await trx
    .selectFrom('sessions')
    .select('id')
    .where('identity_id', '=', id)
    .where('retention_status', '!=', 'redacted')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** With the last of its sessions, by whichever way that one went. */
async function eraseAsLast(trx: Transaction<Database>, row: IdentityRow, at: Date): Promise<void> {
  await eraseIdentity(trx, row, at);
  await recordAudit(trx, {
    organizationId: row.organization_id,
    environment: row.environment,
    actorKind: 'system',
    actorId: null,
    action: 'identity.redacted',
    resourceId: row.id,
    requestId: null,
    detail: { cause: 'last_session_erased' },
    at,
  });
}

async function forgetSessions(
  trx: Transaction<Database>,
  row: IdentityRow,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('identities')
    .set({
      status: 'unverified',
      profile_sealed: null,
      newest_session_id: null,
      updated_at: at,
    })
    .where('id', '=', row.id)
    .execute();
}

/** Key, reference, tags and metadata go; id and status stay, for the sessions that name it. */
export async function eraseIdentity(
  trx: Transaction<Database>,
  row: Pick<IdentityRow, 'id' | 'organization_id' | 'environment'>,
  at: Date,
): Promise<void> {
  const erased = await trx
    .updateTable('identities')
    .set({
      external_ref: null,
      tags: [],
      metadata: '{}',
      profile_sealed: null,
      wrapped_key: null,
      master_key_id: null,
      redacted_at: at,
      updated_at: at,
    })
    // Those that were merged into it are the same person.
    .where((eb) => eb.or([eb('id', '=', row.id), eb('merged_into', '=', row.id)]))
    .returning('id')
    .execute();
  const ids = erased.map(({ id }) => id);
  await forgetWhence(trx, ids);
  await eraseStoredAnswers(trx, row, ids);
}
