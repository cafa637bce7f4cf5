import type { Kysely, Transaction } from 'kysely';
import {
  beginSignIn,
  endSignIn,
  findSignIn,
  type SignIn,
} from '../../../shared/auth/console-session';
import type { ConsoleStage } from '../../../shared/database/console-tables';
import type { Database, UserRow } from '../../../shared/database/schema';
import { mustHaveSecondFactor } from '../../../shared/domain/auth/roles';
import type { Environment } from '../../../shared/domain/environment';
import type { ApiDeps } from '../deps';
import { consoleSecret } from '../http/authenticate-user';
import type { OpenCall } from '../http/call';
import { consoleCookie } from '../http/console-cookie';
import { auditUser } from './audit-user';

type ConsoleCall = Pick<
  OpenCall<unknown, unknown, unknown>,
  'requestId' | 'clientAddress' | 'request' | 'response'
>;

/** What is still asked of whoever gave the right password. */
export function stageAfterPassword(
  { settings }: Pick<ApiDeps, 'settings'>,
  user: Pick<UserRow, 'role' | 'totp_sealed'>,
): ConsoleStage {
  if (user.totp_sealed !== null) return 'totp';
  const isAsked = mustHaveSecondFactor(user.role) || settings.CONSOLE_TOTP_FOR_ALL;
  return isAsked ? 'enrol_totp' : 'full';
}

interface Opening {
  readonly user: Pick<UserRow, 'id' | 'organization_id'>;
  readonly stage: ConsoleStage;
  readonly signedInBy: SignIn['signed_in_by'];
  readonly reauthenticatedAt?: Date | null;
}

/**
 * A sign-in of its own for each step: whatever cookie the browser came with opens nothing afterwards. Within the
 * user's organisation; the answer carries the cookie.
 *
 * @param judged says, in the transaction that opens it, what is opened: under the user's lock, so that a reset, another
 *   role or an end of sign-ins that came while a password was judged is not outlived
 */
export async function openConsole<O extends Opening>(
  deps: ApiDeps,
  call: ConsoleCall,
  judged: (trx: Transaction<Database>) => Promise<O>,
): Promise<O> {
  const now = deps.clock();
  const before = await broughtAlong(deps, call, now);
  const { opening, secret } = await deps.db.transaction().execute(async (trx) => {
    const opening = await judged(trx);
    const { user, stage, signedInBy, reauthenticatedAt = null } = opening;
    const environment = await lastEnvironment(trx, user.id);
    const isOwn = before?.organization_id === user.organization_id;
    if (before !== undefined && isOwn) await endSignIn(trx, before.id, now);
    if (stage === 'full') {
      await trx
        .updateTable('users')
        .set({ last_login_at: now })
        .where('id', '=', user.id)
        .execute();
      const about = { organizationId: user.organization_id, userId: user.id };
      await auditUser(trx, call, 'signed_in', { ...about, detail: { by: signedInBy } }, now);
    }
    const begun = await beginSignIn(
      trx,
      {
        organizationId: user.organization_id,
        userId: user.id,
        environment,
        stage,
        signedInBy,
        reauthenticatedAt,
      },
      now,
    );
    return { opening, secret: begun.secret };
  });
  giveCookie(deps, call, secret);
  return opening;
}

export function giveCookie(
  { settings }: Pick<ApiDeps, 'settings'>,
  { response }: Pick<ConsoleCall, 'response'>,
  secret: string,
): void {
  response.append('Set-Cookie', consoleCookie(settings, secret));
}

async function broughtAlong(
  deps: ApiDeps,
  { request }: ConsoleCall,
  now: Date,
): Promise<SignIn | undefined> {
  const secret = consoleSecret(deps, request);
  return secret === undefined ? undefined : findSignIn(deps.nobodys, secret, now);
}

/** Where they were when they left. */
async function lastEnvironment(db: Kysely<Database>, userId: UserRow['id']): Promise<Environment> {
  const last = await db
    .selectFrom('console_sessions')
    .select('current_environment')
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.current_environment ?? 'live';
}
