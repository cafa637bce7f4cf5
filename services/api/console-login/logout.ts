import { z } from 'zod';
import { endSignIn } from '../../../shared/auth/console-session';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { noConsoleCookie } from '../http/console-cookie';
import { json } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { auditUser } from './audit-user';
import type { Oidc } from './oidc/oidc';
import { asSignedIn } from './signed-in';

const signedOut = z
  .strictObject({
    /** Where the browser goes to sign out at the OpenID provider as well; null: nowhere. */
    logout_url: z.string().nullable(),
  })
  .meta({ id: 'SignedOut' });

/** The sign-in here is over whether the provider can be asked or not. */
function providerLogout(oidc: Oidc): Promise<string | null> {
  return oidc.logoutUrl().catch(() => null);
}

export function logout(deps: ApiDeps): Route {
  return openRoute({
    method: 'POST',
    path: '/api/v1/console/logout',
    body: z.object({}),
    summary: 'Sign out of the console',
    answers: { 200: json(signedOut, { logout_url: null }) },
    handler: (call) =>
      asSignedIn(deps, call, ['totp', 'enrol_totp', 'full'], async (signIn, now) => {
        await deps.db.transaction().execute(async (trx) => {
          await endSignIn(trx, signIn.id, now);
          const about = { organizationId: signIn.organization_id, userId: signIn.user_id };
          if (signIn.stage === 'full') await auditUser(trx, call, 'signed_out', about, now);
        });
        call.response.set('Set-Cookie', noConsoleCookie(deps.settings));
        const isTheirs = signIn.signed_in_by === 'oidc' && deps.oidc !== null;
        return answer(200, { logout_url: isTheirs ? await providerLogout(deps.oidc) : null });
      }),
  });
}
