import { z } from 'zod';
import { sessionStatuses } from '../../../shared/lifecycle/state';
import { appendStep } from '../../../shared/records/append-step';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { recordAddress } from './record-address';
import { captureStep, lockCapture, recordStep } from './capture-step';

const consentAnswer = z
  .strictObject({
    accepted: z.boolean(),
    version: z.string(),
    consent_at: instant.exactOptional(),
    status: z.enum(sessionStatuses),
  })
  .meta({ id: 'Consent' });

const consentBody = z.object({
  accepted: z.boolean(),
  /** Names the wording that was shown; it stands in the timeline. */
  version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'is not a version'),
});

/** Before consent nothing else is accepted. A refusal is recorded, and moves nothing. */
export function giveConsent(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'consent',
    body: consentBody,
    until: 'live',
    needsConsent: false,
    summary: 'Consent, or refuse to',
    answers: { 200: json(consentAnswer) },
    example: { accepted: true, version: '2026-01' },
    handler: async (call) => {
      const { accepted, version } = call.body;
      const { open, actor, clientAddress } = call;
      if (!accepted) {
        const status = await deps.db.transaction().execute(async (trx) => {
          const session = await lockCapture(trx, open);
          const at = deps.clock();
          const detail = { version };
          await appendStep(trx, session, { event: 'consent_refused', actor, detail, at });
          return session.status;
        });
        return answer(200, { accepted, version, status });
      }
      const { status, at } = await recordStep(deps, call, async (trx, session, now) => {
        await trx
          .updateTable('sessions')
          .set({
            consent_at: now,
            consent_ip: clientAddress,
            consent_version: version,
            updated_at: now,
          })
          .where('id', '=', session.id)
          .execute();
        await recordAddress(trx, deps, session, { address: clientAddress, at: now });
        await appendStep(trx, session, { event: 'consent', actor, detail: { version }, at: now });
        return { status: session.status, at: now };
      });
      return answer(200, { accepted, version, consent_at: at, status });
    },
  });
}
