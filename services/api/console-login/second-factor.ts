import type { Kysely, Transaction } from 'kysely';
import type { SignIn } from '../../../shared/auth/console-session';
import { takeRecoveryCode } from '../../../shared/auth/recovery-codes';
import { giveBackAttempt, takeAttempt } from '../../../shared/auth/sign-in-attempts';
import { stepOfCode } from '../../../shared/auth/totp';
import { sealContext } from '../../../shared/crypto/session-key';
import type { Database, UserRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';

export type Shown =
  | { readonly by: 'totp'; readonly code: string }
  | { readonly by: 'recovery_code'; readonly code: string };

/**
 * Takes a second factor, once: of two requests with one code one is refused. Tries are counted.
 *
 * @throws VerifaError rate_limited, code_refused
 */
export async function requireSecondFactor(
  deps: ApiDeps,
  userId: UserRow['id'],
  shown: Shown,
): Promise<void> {
  await takeAttempt(deps, 'factor', userId);
  const isRight =
    shown.by === 'totp'
      ? await takeTotp(deps, userId, shown.code)
      : await takeRecoveryCode(deps.db, deps.keyring, userId, shown.code, deps.clock());
  if (!isRight) throw new VerifaError('code_refused');
  await giveBackAttempt(deps, 'factor', userId);
}

async function takeTotp(deps: ApiDeps, userId: UserRow['id'], code: string): Promise<boolean> {
  const user = await findUser(deps.db, userId);
  if (user.totp_sealed === null) return false;
  const secret = openTotp(deps, userId, user.totp_sealed);
  const step = stepOfCode(secret, code, deps.clock());
  return step !== null && (await takeStep(deps.db, userId, step));
}

/** A step's code is good once, and none before it afterwards. */
async function takeStep(
  db: Kysely<Database>,
  userId: UserRow['id'],
  step: number,
): Promise<boolean> {
  const taken = await db
    .updateTable('users')
    .set({ totp_last_step: String(step) })
    .where('id', '=', userId)
    .where((eb) =>
      eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', String(step))]),
    )
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

export function sealTotp(
  { keyring }: Pick<ApiDeps, 'keyring'>,
  userId: UserRow['id'],
  secret: Buffer,
): Buffer {
  return keyring.sealForService(sealContext.totp(userId), secret);
}

export function openTotp(
  { keyring }: Pick<ApiDeps, 'keyring'>,
  userId: UserRow['id'],
  sealed: Buffer,
): Buffer {
  return keyring.openForService(sealContext.totp(userId), sealed);
}

/** Within their organisation. */
export async function findUser(db: Kysely<Database>, userId: UserRow['id']): Promise<UserRow> {
  return userRow(db, userId).executeTakeFirstOrThrow(() => new VerifaError('signed_out'));
}

/** Held until the commit: whoever resets them, gives another role or ends their sign-ins came before, or waits. */
export async function lockUser(
  trx: Transaction<Database>,
  userId: UserRow['id'],
): Promise<UserRow> {
  return userRow(trx, userId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new VerifaError('signed_out'));
}

/**
 * The user of a sign-in that holds still, locked.
 *
 * @throws VerifaError signed_out when it was ended since it was looked up
 */
export async function lockSignedIn(
  trx: Transaction<Database>,
  { id, user_id: userId }: Pick<SignIn, 'id' | 'user_id'>,
): Promise<UserRow> {
  const user = await lockUser(trx, userId);
  await trx
    .selectFrom('console_sessions')
    .select('id')
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow(() => new VerifaError('signed_out'));
  return user;
}

function userRow(db: Kysely<Database>, userId: UserRow['id']) {
  return db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', userId)
    .where('deactivated_at', 'is', null);
}
