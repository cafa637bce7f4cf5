import { takesCapture } from '../../../shared/domain/lifecycle/status-catalogue';
import { z } from 'zod';
import type { CaptureTokenRow, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { appendEvent } from '../../../shared/outbox/append-event';
import { appendStep } from '../../../shared/timeline/append-step';
import { expiresInMinutesSchema } from '../lifecycle/session-fields';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instant } from '../http/answer-values';
import type { Call } from '../http/call';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import type { LinkId } from '../../../shared/domain/ids';
import { insertLink, openLink } from './capture-link';
import { qrCode } from './qr-code';
import {
  findSession,
  lockSession,
  requireNotRedacted,
  sessionParams,
} from '../lifecycle/find-session';
import { askedBy } from '../http/whence';

const linkBody = z.object({ expires_in_minutes: expiresInMinutesSchema.nullish() });
const linkObject = z
  .strictObject({
    id: idOf('link'),
    session_id: idOf('session'),
    status: z.enum(['created', 'consumed', 'expired', 'revoked']),
    expires_at: instant,
    bound_at: instant.nullable(),
    created_at: instant,
  })
  .meta({ id: 'Link' });
type LinkView = z.output<typeof linkObject>;

const newLink = z
  .strictObject({
    ...linkObject.omit({ bound_at: true }).shape,
    /** Null in a repeat under an Idempotency-Key, once this link is dead. */
    capture_url: z.url().nullable(),
    qr_code_data_url: z.string().nullable(),
  })
  .meta({ id: 'NewLink' });

const madeLink = newLink.pick({ id: true, session_id: true }).strip();
type MadeLink = z.output<typeof madeLink>;

type LinkCall = Call<z.output<typeof sessionParams>, undefined, z.output<typeof linkBody>>;

export function generateOneTimeLink(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/generate-one-time-link',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    body: linkBody,
    summary: 'Generate a capture link; earlier links are revoked',
    answers: { 201: json(newLink) },
    handler: async (call) => {
      const { id } = await replaceLink(deps, call);
      const row = await findSession(deps.db, call.caller, call.params.id);
      return answer(201, newLinkView(deps, row, await tokenOf(deps, id)));
    },
    renew: async ({ caller }, stored) => {
      const { id, session_id: sessionId } = madeLink.parse(stored);
      const row = await findSession(deps.db, caller, sessionId);
      return newLinkView(deps, row, await tokenOf(deps, id));
    },
  });
}

/** The session's links, newest first: when and how each ended, never the link itself. */
export function listLinks(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/links',
    scope: 'sessions:read',
    params: sessionParams,
    summary: "List a session's links, newest first",
    answers: { 200: json(z.strictObject({ data: z.array(linkObject) })) },
    handler: async ({ caller, params }) => {
      const row = await findSession(deps.db, caller, params.id);
      const tokens = await deps.db
        .selectFrom('capture_tokens')
        .selectAll()
        .where('session_id', '=', row.id)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      const now = deps.clock();
      return answer(200, { data: tokens.map((token) => linkView(token, now)) });
    },
  });
}

/**
 * Rows only: a new link moves nothing. The session's deadline follows the new token; the workflow's
 * timer reads it again when it fires.
 */
async function replaceLink(deps: ApiDeps, call: LinkCall): Promise<MadeLink> {
  const { caller, actor, params, body, once } = call;
  return once(madeLink, async (trx) => {
    const row = await lockSession(trx, caller, params.id);
    requireNotRedacted(row);
    const now = deps.clock();
    const hasRunOut = row.deadline_at !== null && row.deadline_at <= now;
    if (!takesCapture(row.status) || hasRunOut) {
      throw new VerifaError('invalid_state', { extra: { status: row.status } });
    }
    const minutes = body.expires_in_minutes ?? row.token_minutes;
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    await trx
      .updateTable('capture_tokens')
      .set({ status: 'revoked', token_hash: null, token_sealed: null, binding_hash: null })
      .where('session_id', '=', row.id)
      .where('status', 'in', ['created', 'consumed', 'handed_off'])
      .execute();
    const link = await insertLink(deps, trx, row, { createdAt: now, expiresAt });
    const sequence = row.event_sequence + 1;
    await trx
      .updateTable('sessions')
      .set({ deadline_at: expiresAt, event_sequence: sequence, updated_at: now })
      .where('id', '=', row.id)
      .execute();
    const data = { link_id: link.id };
    await appendEvent(trx, row, {
      type: 'session.link_generated',
      sequence,
      data: { status: row.status, ...data },
      at: now,
    });
    await appendStep(trx, row, {
      event: 'link_generated',
      actor,
      detail: data,
      at: now,
      asked: askedBy(call),
    });
    return { id: link.id, session_id: row.id };
  });
}

async function tokenOf({ db }: Pick<ApiDeps, 'db'>, id: LinkId): Promise<CaptureTokenRow> {
  return db.selectFrom('capture_tokens').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** The link as it is now: a dead one is told as what became of it, without its address. */
function newLinkView(
  deps: ApiDeps,
  row: SessionRow,
  token: CaptureTokenRow,
): z.output<typeof newLink> {
  const { bound_at: _bound, ...view } = linkView(token, deps.clock());
  const url = view.status === 'expired' ? null : (openLink(deps, row, token)?.url ?? null);
  return {
    ...view,
    capture_url: url,
    qr_code_data_url: url === null ? null : qrCode(url),
  };
}

function linkView(token: CaptureTokenRow, now: Date): LinkView {
  return {
    id: token.id,
    session_id: token.session_id,
    status: publishedStatus(token, now),
    expires_at: token.expires_at,
    bound_at: token.bound_at,
    created_at: token.created_at,
  };
}

/**
 * A link that ran out says so at once, before its workflow's timer. One whose session was submitted was
 * consumed by whoever bound it, and ended unused where nobody did.
 */
function publishedStatus(token: CaptureTokenRow, now: Date): LinkView['status'] {
  switch (token.status) {
    case 'created':
    case 'consumed':
      return token.expires_at <= now ? 'expired' : token.status;
    case 'closed':
      return token.bound_at === null ? 'revoked' : 'consumed';
    case 'handed_off':
      return 'revoked';
    case 'expired':
    case 'revoked':
      return token.status;
  }
}
