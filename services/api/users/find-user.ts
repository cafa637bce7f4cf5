import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Database, UserRow } from '../../../shared/database/schema';
import { roleScopes, type UserRole } from '../../../shared/domain/auth/roles';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import type { Caller } from '../http/caller';

export const userParams = z.object({ id: z.string() });

/** A user of the caller's organisation, in whichever environment, or 404. */
export async function findUserOf(
  db: Kysely<Database>,
  caller: Caller,
  id: string,
): Promise<UserRow> {
  if (!isId('user', id)) throw new VerifaError('not_found');
  return db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', caller.organizationId)
    .executeTakeFirstOrThrow(notFound);
}

/** People are of both environments: a sandbox key changes nothing that live sessions use. */
export function requireLiveKey(caller: Caller): void {
  if (caller.kind === 'key' && caller.environment === 'sandbox') {
    throw new VerifaError('live_only', { detail: 'Only a live key may change people.' });
  }
}

/**
 * Nobody gives a role that may more than they may themselves, nor touches who has one.
 *
 * @throws VerifaError key_beyond_own
 */
export function requireWithinOwn(caller: Caller, ...roles: readonly UserRole[]): void {
  const beyond = roles.some((role) =>
    roleScopes[role].some((scope) => !caller.scopes.includes(scope)),
  );
  if (beyond) throw new VerifaError('key_beyond_own');
}

/**
 * Somebody has to be left who can let people in: where one goes who has signed in or chosen a password, another who
 * has, for an invitation may be refused or run out. Of two admins who deactivate each other at one moment the second
 * waits here, and is refused.
 *
 * @throws VerifaError last_admin
 */
export async function requireAdminLeft(
  trx: Transaction<Database>,
  caller: Caller,
  gone: UserRow,
): Promise<void> {
  const admins = await trx
    .selectFrom('users')
    .select(['id', 'password_hash', 'oidc_subject'])
    .where('organization_id', '=', caller.organizationId)
    .where('role', '=', 'admin')
    .where('deactivated_at', 'is', null)
    .where('email', 'is not', null)
    .execute();
  const left = isSetUp(gone) ? admins.filter(isSetUp) : admins;
  if (left.length === 0) throw new VerifaError('last_admin');
}

/** Has chosen a password, or signed in at the OpenID provider. */
export function isSetUp({
  password_hash: hash,
  oidc_subject: subject,
}: Pick<UserRow, 'password_hash' | 'oidc_subject'>): boolean {
  return hash !== null || subject !== null;
}

/** The organisation's row, held until the commit. */
export async function lockPeople(trx: Transaction<Database>, caller: Caller): Promise<void> {
  await trx
    .selectFrom('organizations')
    .select('id')
    .where('id', '=', caller.organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
