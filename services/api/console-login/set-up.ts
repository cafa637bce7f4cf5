import { z } from 'zod';
import { endSignIns, hashOfSecret } from '../../../shared/auth/console-session';
import { findSetupLink } from '../../../shared/auth/setup-link';
import { giveBackAttempt, takeAttempt } from '../../../shared/auth/sign-in-attempts';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { networkOf } from '../http/client-address';
import { json } from '../http/declared-answer';
import { requireOwnPage } from '../http/own-page';
import { openRoute, type Route } from '../http/route';
import { auditUser } from './audit-user';
import { signInStep } from './console-object';
import { requirePasswords } from './login';
import { openConsole, stageAfterPassword } from './open-console';
import { requireGoodPassword } from './passwords';
import { lockUser } from './second-factor';
import { organizationScope } from './signed-in';

const setUpBody = z.object({
  token: z.string().min(1).max(200),
  password: z.string().min(1).max(1_024),
});

/** Chooses a password by a one-time link, and goes on to the second factor. */
export function setUp(deps: ApiDeps): Route {
  return openRoute({
    method: 'POST',
    path: '/api/v1/console/set-up',
    body: setUpBody,
    summary: 'Set up an account by its one-time link',
    answers: { 200: json(signInStep, { next: 'enrol_totp' }) },
    handler: async (call) => {
      requireOwnPage(deps, call.request);
      requirePasswords(deps);
      const network = networkOf(call.clientAddress);
      await takeAttempt(deps, 'address', network);
      const { token, password } = call.body;
      const now = deps.clock();
      const invited = await findSetupLink(deps.nobodys, token, now);
      if (invited === undefined) throw new VerifaError('token_unavailable');
      await giveBackAttempt(deps, 'address', network);
      requireGoodPassword(password);
      const password_hash = await deps.passwords.hash(password);
      const { organizationId, userId } = invited;
      call.response.locals.callerId = userId;
      return deps.tenancy.within(organizationScope(organizationId), async () => {
        const { stage } = await openConsole(deps, call, async (trx) => {
          const user = await lockUser(trx, userId);
          // The link's row is what one of two at once gets.
          const { numDeletedRows: held } = await trx
            .deleteFrom('user_setup_links')
            .where('user_id', '=', userId)
            .where('token_hash', '=', hashOfSecret(token))
            .executeTakeFirst();
          if (held === 0n) throw new VerifaError('token_unavailable');
          await trx.updateTable('users').set({ password_hash }).where('id', '=', userId).execute();
          await endSignIns(trx, userId, now);
          await auditUser(trx, call, 'password_set', { organizationId, userId }, now);
          return { user, stage: stageAfterPassword(deps, user), signedInBy: 'password' };
        });
        return answer(200, { next: stage === 'full' ? ('done' as const) : stage });
      });
    },
  });
}
