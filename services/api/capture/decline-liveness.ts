import { z } from 'zod';
import { livenessDeclined } from '../../../shared/capture/captured-pieces';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { appendStep } from '../../../shared/timeline/append-step';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { captureStep, recordStep } from './capture-step';
import { supersedeFrames } from './liveness-frames';
import { requireAsked } from './require-asked';

const declined = z
  .strictObject({ declined: z.literal(true), status: z.enum(sessionStatuses) })
  .meta({ id: 'DeclinedLiveness' });

/**
 * Who cannot perform the challenges says so, and goes on: the check is skipped, and that route decides. Until
 * submit the last word counts: frames that are sent later are judged, frames that were sent before are set aside.
 */
export function declineLiveness(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'liveness/decline',
    standings: ['live'],
    consent: 'given',
    summary: 'Decline the liveness challenges',
    answers: { 200: json(declined) },
    handler: async (call) => {
      await requireAsked(deps, call.open.session, 'liveness', 'liveness');
      const status = await recordStep(deps, call, async (trx, session, at) => {
        if (livenessDeclined(session)) return session.status;
        await supersedeFrames(trx, session, at);
        await trx
          .updateTable('sessions')
          .set({ liveness_declined: session.capture, updated_at: at })
          .where('id', '=', session.id)
          .execute();
        const { actor } = call;
        await appendStep(trx, session, { event: 'liveness_declined', actor, detail: {}, at });
        return session.status;
      });
      return answer(200, { declined: true, status });
    },
  });
}
