import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { captureRules } from '../../../shared/domain/capture/capture-rules';
import { definitionOf } from '../../../shared/capture/requirements';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { readSettings } from '../../../shared/organization/read-settings';
import { appendEvent } from '../../../shared/outbox/append-event';
import { appendStep } from '../../../shared/timeline/append-step';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { insertLink, openLink, type CaptureLink } from '../sessions/capture-link';
import { qrCode } from '../sessions/qr-code';
import { captureStep, lockLink, type StepCall } from './capture-step';
import { followUrl } from './follow-claim';
import type { OpenToken } from './open-token';

/** More than any person goes to and fro; each is told to the integrator, and each link has a rate of its own. */
const handoffsPerCapture = 20;

const handedOff = z
  .strictObject({
    capture_url: z.string(),
    qr_code_data_url: z.string(),
    expires_at: instant,
    /** Streams how far the other device is, to whoever has it. */
    follow_url: z.string(),
  })
  .meta({ id: 'Handoff' });

/**
 * A fresh link for another device, living as long as this one would have; this one goes quiet, and its page may
 * follow. Before consent, which is given on the device that takes the pictures. Asked again while nobody has
 * taken the fresh link up, it is told again: a page that was loaded anew shows the same code.
 */
export function handOff(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'handoff',
    params: z.object({ token: z.string() }),
    standings: ['live', 'handed_off'],
    consent: 'not_withdrawn',
    summary: 'Hand off to another device',
    answers: { 201: json(handedOff) },
    handler: async ({ open, actor, params }) => {
      const link =
        open.standing === 'live'
          ? await handOver(deps, open, actor)
          : await handedOver(deps, open.session);
      return answer(201, {
        capture_url: link.url,
        qr_code_data_url: qrCode(link.url),
        expires_at: link.expiresAt,
        follow_url: followUrl(deps, params.token, link.expiresAt),
      });
    },
  });
}

async function handOver(deps: ApiDeps, open: OpenToken, actor: Actor): Promise<CaptureLink> {
  await requireOffered(deps, open.session);
  return deps.db.transaction().execute(async (trx) => {
    const session = await lockLink(trx, open);
    if ((await handoffsOf(trx, session)) >= handoffsPerCapture) {
      throw new VerifaError('too_many_attempts');
    }
    // As the row has it: there may be more time by now than when the request came.
    const { expires_at: expiresAt } = await trx
      .updateTable('capture_tokens')
      .set({ status: 'handed_off', token_sealed: null })
      .where('id', '=', open.token.id)
      .returning('expires_at')
      .executeTakeFirstOrThrow();
    return freshLink(deps, trx, session, { expiresAt, event: 'handoff', actor });
  });
}

/** Over all links of this capture. */
async function handoffsOf(
  trx: Transaction<Database>,
  { id, capture }: Pick<SessionRow, 'id' | 'capture'>,
): Promise<number> {
  const { made } = await trx
    .selectFrom('timeline')
    .innerJoin('capture_tokens', (join) =>
      join.on('capture_tokens.id', '=', sql`timeline.detail->>'link_id'`),
    )
    .select((select) => select.fn.countAll<string>().as('made'))
    .where('timeline.session_id', '=', id)
    .where('timeline.event', '=', 'handoff')
    .where('capture_tokens.capture', '=', capture)
    .executeTakeFirstOrThrow();
  return Number(made);
}

/** A workflow's word counts before the organisation's. */
async function requireOffered(deps: ApiDeps, session: SessionRow): Promise<void> {
  const [definition, settings] = await Promise.all([
    definitionOf(deps.db, session),
    readSettings(deps.db, session),
  ]);
  if (captureRules(definition, settings).handoff === 'off') throw new VerifaError('not_offered');
}

/** The link that this one was handed to, as long as it is nobody's. */
async function handedOver(deps: ApiDeps, session: SessionRow): Promise<CaptureLink> {
  const token = await deps.db
    .selectFrom('capture_tokens')
    .selectAll()
    .where('session_id', '=', session.id)
    .where('status', 'in', ['created', 'consumed'])
    .executeTakeFirst();
  if (token?.status === 'consumed') throw new VerifaError('link_in_use');
  const link = token === undefined ? null : openLink(deps, session, token);
  if (link === null) throw new VerifaError('token_unavailable');
  return link;
}

interface Fresh extends Pick<StepCall<unknown>, 'actor'> {
  readonly expiresAt: Date;
  /** As the timeline has it. */
  readonly event: 'handoff' | 'handoff_cancelled';
}

/** The session's one live link from now on; the caller has ended the others in the same transaction. */
export async function freshLink(
  deps: ApiDeps,
  trx: Transaction<Database>,
  session: SessionRow,
  { expiresAt, event, actor }: Fresh,
): Promise<CaptureLink> {
  const at = deps.clock();
  const link = await insertLink(deps, trx, session, { createdAt: at, expiresAt });
  const sequence = session.event_sequence + 1;
  await trx
    .updateTable('sessions')
    .set({ event_sequence: sequence, updated_at: at })
    .where('id', '=', session.id)
    .execute();
  const data = { link_id: link.id };
  await appendEvent(trx, session, {
    type: 'session.link_generated',
    sequence,
    data: { status: session.status, ...data },
    at,
  });
  await appendStep(trx, session, { event, actor, detail: data, at });
  return link;
}
