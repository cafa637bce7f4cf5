import { z } from 'zod';
import { extensionMs, extensionsLeft } from '../../../shared/domain/capture/extension';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { readSettings } from '../../../shared/organization/read-settings';
import { appendStep } from '../../../shared/timeline/append-step';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { captureStep, lockLink } from './capture-step';
import { extensionsOf, secondsUntil } from './live-state';

const extended = z
  .strictObject({
    expires_at: instant,
    seconds_left: z.number().int(),
    extensions_left: z.number().int(),
  })
  .meta({ id: 'ExtendedCapture' });

/**
 * Ten minutes more, twice a capture over however many links. Rows only, as a new link is: the session's deadline
 * follows its link's, and the workflow's timer reads it again when it fires.
 */
export function extendCapture(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'extend',
    standings: ['live'],
    consent: 'not_withdrawn',
    summary: 'Extend the time left',
    answers: { 200: json(extended) },
    handler: async ({ open, actor }) => {
      const settings = await readSettings(deps.db, open.session);
      if (settings.allow_extend === false) throw new VerifaError('not_offered');
      const { expiresAt, left, now } = await deps.db.transaction().execute(async (trx) => {
        const session = await lockLink(trx, open);
        // Who waited for the lock may have waited past the end, which the workflow then has seen.
        const now = deps.clock();
        const token = await trx
          .selectFrom('capture_tokens')
          .select(['expires_at', 'extensions'])
          .where('id', '=', open.token.id)
          .executeTakeFirstOrThrow();
        if (token.expires_at <= now) throw new VerifaError('token_unavailable');
        const extensions = await extensionsOf(trx, session);
        const before = extensionsLeft({ settings, extensions, expiresAt: token.expires_at, now });
        if (before === 0) throw new VerifaError('too_many_attempts');
        const end = new Date(token.expires_at.getTime() + extensionMs);
        await trx
          .updateTable('capture_tokens')
          .set({ expires_at: end, extensions: token.extensions + 1 })
          .where('id', '=', open.token.id)
          .execute();
        await trx
          .updateTable('sessions')
          .set({ deadline_at: end, updated_at: now })
          .where('id', '=', session.id)
          .execute();
        const detail = { link_id: open.token.id, minutes: extensionMs / 60_000 };
        await appendStep(trx, session, { event: 'extended', actor, detail, at: now });
        return { expiresAt: end, left: before - 1, now };
      });
      return answer(200, {
        expires_at: expiresAt,
        seconds_left: secondsUntil(expiresAt, now),
        extensions_left: left,
      });
    },
  });
}
