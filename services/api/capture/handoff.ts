import { z } from 'zod';
import { appendEvent } from '../../../shared/records/append-event';
import { appendStep } from '../../../shared/records/append-step';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { insertLink, qrCode } from '../sessions/capture-link';
import { captureStep, lockCapture } from './capture-step';

const handedOff = z
  .strictObject({ capture_url: z.string(), qr_code_data_url: z.string(), expires_at: instant })
  .meta({ id: 'Handoff' });

/** A fresh link for another device, living as long as this one would have; this one goes quiet. */
export function handOff(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'handoff',
    until: 'live',
    needsConsent: true,
    summary: 'Go on with another device',
    answers: { 201: json(handedOff) },
    handler: async ({ open, actor }) => {
      const link = await deps.db.transaction().execute(async (trx) => {
        const session = await lockCapture(trx, open);
        const at = deps.clock();
        await trx
          .updateTable('capture_tokens')
          .set({ status: 'revoked', token_hash: null, token_sealed: null, binding_hash: null })
          .where('id', '=', open.token.id)
          .execute();
        const life = { createdAt: at, expiresAt: open.token.expires_at };
        const fresh = await insertLink(deps, trx, session, life);
        const sequence = session.event_sequence + 1;
        await trx
          .updateTable('sessions')
          .set({ event_sequence: sequence, updated_at: at })
          .where('id', '=', session.id)
          .execute();
        const data = { link_id: fresh.id };
        await appendEvent(trx, session, {
          type: 'session.link_generated',
          sequence,
          data: { status: session.status, ...data },
          at,
        });
        await appendStep(trx, session, { event: 'handoff', actor, detail: data, at });
        return fresh;
      });
      return answer(201, {
        capture_url: link.url,
        qr_code_data_url: await qrCode(link.url),
        expires_at: link.expiresAt,
      });
    },
  });
}
