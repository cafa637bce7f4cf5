import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import { requireCapturing } from '../documents/begin-capture';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import type { CaptureLink } from '../sessions/capture-link';
import { qrCode } from '../sessions/qr-code';
import { captureStep, lockRow } from './capture-step';
import { freshLink } from './handoff';
import type { OpenToken } from './open-token';

const takenBack = z
  .strictObject({ capture_url: z.string(), qr_code_data_url: z.string(), expires_at: instant })
  .meta({ id: 'CancelledHandoff' });

/**
 * The page that handed the session off takes it back: the other device's link is dead at once, and a fresh one
 * is for this device, living as long as that one would have. Once it was submitted there is nothing to take back.
 */
export function cancelHandoff(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'handoff/cancel',
    standings: ['handed_off'],
    // Also after a no, which the person may take back on this device.
    consent: 'not_asked',
    summary: 'Cancel a handoff',
    answers: { 201: json(takenBack) },
    handler: async ({ open, actor }) => {
      const link = await takeBack(deps, open, actor);
      return answer(201, {
        capture_url: link.url,
        qr_code_data_url: qrCode(link.url),
        expires_at: link.expiresAt,
      });
    },
  });
}

async function takeBack(deps: ApiDeps, open: OpenToken, actor: Actor): Promise<CaptureLink> {
  return deps.db.transaction().execute(async (trx) => {
    const session = await lockRow(trx, open);
    requireCapturing(session);
    const own = await trx
      .selectFrom('capture_tokens')
      .select(['status', 'created_at'])
      .where('id', '=', open.token.id)
      .executeTakeFirstOrThrow();
    const { deadline_at: expiresAt } = session;
    if (own.status !== 'handed_off' || expiresAt === null || expiresAt <= deps.clock()) {
      throw new VerifaError('token_unavailable');
    }
    // This one and whatever came of it; who handed the session to this device may still follow.
    await trx
      .updateTable('capture_tokens')
      .set({ status: 'revoked', token_hash: null, token_sealed: null, binding_hash: null })
      .where('session_id', '=', session.id)
      .where('status', 'in', ['created', 'consumed', 'handed_off'])
      .where('created_at', '>=', own.created_at)
      .execute();
    return freshLink(deps, trx, session, { expiresAt, event: 'handoff_cancelled', actor });
  });
}
