import { z } from 'zod';
import { freshMs } from '../../../shared/auth/console-session';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { auditUser } from './audit-user';
import { findUser, requireSecondFactor } from './second-factor';
import { asSignedIn } from './signed-in';
import { codeField } from './totp';

const reauthenticated = z
  .strictObject({ reauthenticated_until: instant })
  .meta({ id: 'Reauthenticated' });

/** Before keys, people and erasures. Who signed in at an OpenID provider does it there. */
export function reauthenticate(deps: ApiDeps): Route {
  return openRoute({
    method: 'POST',
    path: '/api/v1/console/reauthenticate',
    body: z.object({ code: codeField }),
    summary: 'Show the second factor again',
    answers: { 200: json(reauthenticated) },
    handler: (call) =>
      asSignedIn(deps, call, ['full'], async (signIn, now) => {
        const { user_id: userId, organization_id: organizationId } = signIn;
        const { totp_sealed: sealed } = await findUser(deps.db, userId);
        if (sealed === null) {
          throw new VerifaError('not_offered', { detail: 'The account has no second factor.' });
        }
        await requireSecondFactor(deps, userId, { by: 'totp', code: call.body.code });
        await deps.db.transaction().execute(async (trx) => {
          await trx
            .updateTable('console_sessions')
            .set({ reauthenticated_at: now })
            .where('id', '=', signIn.id)
            .execute();
          await auditUser(trx, call, 'reauthenticated', { organizationId, userId }, now);
        });
        return answer(200, { reauthenticated_until: new Date(now.getTime() + freshMs) });
      }),
  });
}
