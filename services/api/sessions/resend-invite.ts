import { takesCapture } from '../../../shared/domain/lifecycle/status-catalogue';
import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { appendStep } from '../../../shared/timeline/append-step';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import {
  findSession,
  lockSession,
  requireNotRedacted,
  sessionParams,
} from '../lifecycle/find-session';
import { beginInvitation, insertInvitation } from './invitations';
import { askedBy } from '../http/whence';

const mostResent = 5;

const resentInvitation = z
  .strictObject({
    id: idOf('session'),
    /** How often the invitation was sent again; at most 5 times. */
    resend_count: z.number().int(),
  })
  .meta({ id: 'ResentInvitation' });

const resent = z.object({ id: idOf('session'), number: z.number().int() });

/** The same link once more, to the address that was given at creation. */
export function resendInvite(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/resend-invite',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    summary: 'Resend the invitation',
    answers: { 200: json(resentInvitation) },
    handler: async (call) => {
      const { caller, actor, params, once } = call;
      await findSession(deps.db, caller, params.id);
      const { id, number } = await once(resent, async (trx) => {
        const row = await lockSession(trx, caller, params.id);
        requireNotRedacted(row);
        const extra = { status: row.status };
        if (!takesCapture(row.status)) {
          throw new VerifaError('invalid_state', { extra });
        }
        if (!row.send_email) {
          const detail = 'The session was created without send_email.';
          throw new VerifaError('invalid_state', { detail, extra });
        }
        const { last } = await trx
          .selectFrom('invitations')
          .select((eb) => eb.fn.max('number').as('last'))
          .where('session_id', '=', row.id)
          .executeTakeFirstOrThrow();
        const next = last + 1;
        if (next > 1 + mostResent) throw new VerifaError('resend_limit', { extra });
        const at = deps.clock();
        await insertInvitation(trx, row, next, at);
        const detail = { number: String(next) };
        const asked = askedBy(call);
        await appendStep(trx, row, { event: 'invitation_resent', actor, detail, at, asked });
        return { id: row.id, number: next };
      });
      await beginInvitation(deps, { sessionId: id, number }, call.requestId);
      return answer(200, { id, resend_count: number - 1 });
    },
  });
}
