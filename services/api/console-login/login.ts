import { setTimeout as after } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { giveBackAttempt, takeAttempt } from '../../../shared/auth/sign-in-attempts';
import type { UserRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { OrganizationId, UserId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { OpenCall } from '../http/call';
import { networkOf } from '../http/client-address';
import { json } from '../http/declared-answer';
import { requireOwnPage } from '../http/own-page';
import { openRoute, type Route } from '../http/route';
import { auditUser } from './audit-user';
import { signInStep } from './console-object';
import { openConsole, stageAfterPassword } from './open-console';
import { findUser, lockUser } from './second-factor';
import { organizationScope } from './signed-in';

export const emailField = z.string().trim().toLowerCase().max(320).pipe(z.email());

const loginBody = z.object({
  /** As any text: what is no address is answered as an unknown one. */
  email: z.string().trim().toLowerCase().min(1).max(320),
  password: z.string().min(1).max(1_024),
});

/**
 * The first step. Unknown accounts, wrong passwords and accounts without one are answered alike and after as much
 * work; where one address is known to several organisations, the password says which one is meant.
 */
export function login(deps: ApiDeps): Route {
  return openRoute({
    method: 'POST',
    path: '/api/v1/console/login',
    body: loginBody,
    summary: 'Sign in to the console with e-mail address and password',
    answers: { 200: json(signInStep, { next: 'totp' }) },
    handler: async (call) => {
      requireOwnPage(deps, call.request);
      requirePasswords(deps);
      const startedMs = performance.now();
      const { email, password } = call.body;
      const network = networkOf(call.clientAddress);
      await takeAttempt(deps, 'address', network);
      await takeAttempt(deps, 'account', email);
      const user = await userWith(deps, call, { email, password });
      if (user === undefined) {
        await untilWholeSteps(startedMs);
        throw new VerifaError('sign_in_refused');
      }
      await giveBackAttempt(deps, 'account', email);
      await giveBackAttempt(deps, 'address', network);
      call.response.locals.callerId = user.id;
      const { stage } = await deps.tenancy.within(organizationScope(user.organization_id), () =>
        openConsole(deps, call, async (trx) => {
          const present = await lockUser(trx, user.id);
          if (present.password_hash !== user.password_hash) {
            throw new VerifaError('sign_in_refused');
          }
          return {
            user: present,
            stage: stageAfterPassword(deps, present),
            signedInBy: 'password',
          } as const;
        }),
      );
      return answer(200, { next: stage === 'full' ? 'done' : stage });
    },
  });
}

const refusalStepMs = 500;

/** The work is the same; what the records of a known account take beside it does not show. */
async function untilWholeSteps(startedMs: number): Promise<void> {
  await after(refusalStepMs - ((performance.now() - startedMs) % refusalStepMs));
}

/** @throws VerifaError not_offered where people sign in at an OpenID provider only */
export function requirePasswords({ settings }: Pick<ApiDeps, 'settings'>): void {
  if (!settings.OIDC_ONLY) return;
  throw new VerifaError('not_offered', {
    detail: 'Here people sign in at the OpenID provider, without a password.',
  });
}

async function userWith(
  deps: ApiDeps,
  call: OpenCall<unknown, unknown, unknown>,
  { email, password }: z.output<typeof loginBody>,
): Promise<UserRow | undefined> {
  const candidates = await usersBy(deps, email);
  // Nobody: as much work as for somebody.
  if (candidates.length === 0) await deps.passwords.is({ password, kept: null });
  for (const { organization_id: organizationId, user_id: userId } of candidates) {
    const user = await deps.tenancy.within(organizationScope(organizationId), async () => {
      const found = await findUser(deps.db, userId);
      if (await deps.passwords.is({ password, kept: found.password_hash })) return found;
      await auditUser(
        deps.db,
        call,
        'sign_in_refused',
        { organizationId, userId, actor: { kind: 'system', id: null } },
        deps.clock(),
      );
      return undefined;
    });
    if (user !== undefined) return user;
  }
  return undefined;
}

async function usersBy(
  { nobodys }: Pick<ApiDeps, 'nobodys'>,
  email: string,
): Promise<readonly { readonly organization_id: OrganizationId; readonly user_id: UserId }[]> {
  const { rows } = await sql<{ organization_id: OrganizationId; user_id: UserId }>`
    SELECT * FROM verifa_users_by_email(${email})`.execute(nobodys);
  return rows;
}
