import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { auditUser } from './audit-user';
import { signInStep } from './console-object';
import { openConsole } from './open-console';
import { lockSignedIn, requireSecondFactor, type Shown } from './second-factor';
import { asSignedIn } from './signed-in';

export const codeField = z.string().regex(/^\d{6}$/, 'has to be six digits');
const recoveryField = z.string().trim().min(16).max(32);

const totpBody = z.union([
  z.object({ code: codeField }),
  z.object({ recovery_code: recoveryField }),
]);

/** The second step, by the app's code or by one of the codes kept for a lost phone. */
export function showTotp(deps: ApiDeps): Route {
  return openRoute({
    method: 'POST',
    path: '/api/v1/console/totp',
    body: totpBody,
    summary: 'Complete the sign-in with a second factor',
    answers: { 200: json(signInStep, { next: 'done' }) },
    handler: (call) =>
      asSignedIn(deps, call, ['totp'], async (signIn, now) => {
        const shown = shownBy(call.body);
        await requireSecondFactor(deps, signIn.user_id, shown);
        const about = { organizationId: signIn.organization_id, userId: signIn.user_id };
        if (shown.by === 'recovery_code') {
          await auditUser(deps.db, call, 'recovery_code_used', about, now);
        }
        await openConsole(deps, call, async (trx) => ({
          user: await lockSignedIn(trx, signIn),
          stage: 'full',
          signedInBy: signIn.signed_in_by,
          reauthenticatedAt: now,
        }));
        return answer(200, { next: 'done' as const });
      }),
  });
}

function shownBy(body: z.output<typeof totpBody>): Shown {
  return 'code' in body
    ? { by: 'totp', code: body.code }
    : { by: 'recovery_code', code: body.recovery_code };
}
