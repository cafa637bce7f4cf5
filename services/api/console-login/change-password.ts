import { z } from 'zod';
import { endSignIns } from '../../../shared/auth/console-session';
import { giveBackAttempt, takeAttempt } from '../../../shared/auth/sign-in-attempts';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { noContent } from '../http/answer';
import { nothing } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { auditUser } from './audit-user';
import { requirePasswords } from './login';
import { openConsole } from './open-console';
import { requireGoodPassword } from './passwords';
import { findUser, lockSignedIn } from './second-factor';
import { asSignedIn } from './signed-in';

const changeBody = z.object({
  current_password: z.string().min(1).max(1_024),
  password: z.string().min(1).max(1_024),
});

/** Every other browser of the user is signed out. */
export function changePassword(deps: ApiDeps): Route {
  return openRoute({
    method: 'POST',
    path: '/api/v1/console/password',
    body: changeBody,
    summary: 'Change the password of the account that is signed in',
    answers: { 204: nothing },
    handler: (call) =>
      asSignedIn(deps, call, ['full'], async (signIn, now) => {
        requirePasswords(deps);
        const { current_password: current, password } = call.body;
        const { user_id: userId, organization_id: organizationId } = signIn;
        const { password_hash: kept } = await findUser(deps.db, userId);
        await takeAttempt(deps, 'password', userId);
        if (!(await deps.passwords.is({ password: current, kept }))) {
          throw new VerifaError('code_refused', { detail: 'The present password is another one.' });
        }
        await giveBackAttempt(deps, 'password', userId);
        requireGoodPassword(password);
        const password_hash = await deps.passwords.hash(password);
        await openConsole(deps, call, async (trx) => {
          const user = await lockSignedIn(trx, signIn);
          await trx.updateTable('users').set({ password_hash }).where('id', '=', userId).execute();
          await endSignIns(trx, userId, now);
          await auditUser(trx, call, 'password_set', { organizationId, userId }, now);
          return {
            user,
            stage: 'full',
            signedInBy: signIn.signed_in_by,
            reauthenticatedAt: signIn.reauthenticated_at,
          };
        });
        return noContent;
      }),
  });
}
