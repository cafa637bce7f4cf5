import type { Transaction } from 'kysely';
import type { Keyring } from '../crypto/keyring';
import type { Database, IdentityRow, SessionRow } from '../database/schema';
import { fireIdentityEvent } from './fire-identity-event';
import { insertIdentity } from './insert-identity';
import { refreshIdentity } from './refresh-identity';

/**
 * Gives a completed session to the identity of its reference, which it creates or updates, in the
 * transaction that completed it. Called again (another reference by PATCH, a reprocess) it moves the
 * session and brings both identities in line.
 */
export async function linkIdentity(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
  at: Date,
): Promise<void> {
  const before = session.identity_id;
  const found =
    session.external_ref === null
      ? null
      : await identityOf(trx, keyring, session, session.external_ref, at);
  if (found === null && before === null) return;
  await trx
    .updateTable('sessions')
    .set({ identity_id: found?.row.id ?? null })
    .where('id', '=', session.id)
    .execute();
  if (before !== null && before !== found?.row.id) {
    await refreshIdentity(trx, keyring, before, at);
  }
  if (found === null) return;
  await refreshIdentity(trx, keyring, found.row.id, at);
  const type = found.isNew ? 'identity.created' : 'identity.updated';
  await fireIdentityEvent(trx, found.row, type, at);
}

async function identityOf(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
  externalRef: string,
  at: Date,
): Promise<{ readonly row: IdentityRow; readonly isNew: boolean }> {
  const made = await insertIdentity(trx, keyring, {
    organizationId: session.organization_id,
    environment: session.environment,
    externalRef,
    origin: 'session',
    at,
  });
  if (made !== undefined) return { row: made, isNew: true };
  let row = await trx
    .selectFrom('identities')
    .selectAll()
    .where('organization_id', '=', session.organization_id)
    .where('environment', '=', session.environment)
    .where('external_ref', '=', externalRef)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  // Merged identities point on, never back: a merge takes no identity that was merged already.
  while (row.merged_into !== null) {
    row = await trx
      .selectFrom('identities')
      .selectAll()
      .where('id', '=', row.merged_into)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
  }
  return { row, isNew: false };
}
