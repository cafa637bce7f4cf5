import { sql } from 'kysely';
import { hashCaptureToken, looksLikeCaptureToken } from '../../../shared/auth/capture-token';
import type { Owned } from '../../../shared/database/columns';
import type { CaptureTokenRow, SessionRow } from '../../../shared/database/schema';
import { tenantOf } from '../../../shared/database/scope';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { appendStep } from '../../../shared/timeline/append-step';
import { isTerminal } from '../../../shared/domain/lifecycle/status-catalogue';
import type { Actor } from '../../../shared/temporal/session-messages';
import { noteSession } from '../../../shared/tracing/log-context';
import type { ApiDeps } from '../deps';
import { takesCapture } from '../../../shared/domain/lifecycle/status-catalogue';
import { isBoundTo, type CaptureClient } from './capture-client';

type TokenDeps = Pick<ApiDeps, 'db' | 'nobodys' | 'tenancy'>;

/** So long after the end the bound client may still read how it ended. */
export const readableAfterEndMs = 10 * 60_000;

/**
 * `live` for capture; `handed_off` to another device, good for following that one and for taking the session
 * back; `closed` by submit, good for reading its end.
 */
export type Standing = 'live' | 'handed_off' | 'closed';

/** A token that answers. */
export interface OpenToken {
  readonly standing: Standing;
  readonly token: CaptureTokenRow;
  readonly session: SessionRow;
  readonly client: CaptureClient;
}

/**
 * Judges a token by the clock at the request's beginning. Unknown, used, revoked and run-out ones are
 * told apart by nobody.
 *
 * @throws VerifaError token_unavailable; link_in_use for a live one that another client holds
 */
export async function openToken(
  deps: TokenDeps,
  secret: string,
  client: CaptureClient,
  begunAt: Date,
): Promise<OpenToken> {
  const found = await findToken(deps, secret);
  if (found === undefined) throw new VerifaError('token_unavailable');
  const { token, session } = found;
  switch (token.status) {
    case 'created':
    case 'consumed':
      if (token.expires_at <= begunAt) throw new VerifaError('token_unavailable');
      if (token.bound_kind !== null && !isBoundTo(token, client)) {
        throw new VerifaError('link_in_use');
      }
      return { standing: 'live', token, session, client };
    case 'handed_off':
      if (!isBoundTo(token, client) || !isFollowed(token, session, begunAt)) {
        throw new VerifaError('token_unavailable');
      }
      return { standing: 'handed_off', token, session, client };
    case 'closed':
      if (!isBoundTo(token, client) || isLongOver(session, begunAt)) {
        throw new VerifaError('token_unavailable');
      }
      return { standing: 'closed', token, session, client };
    case 'expired':
    case 'revoked':
      throw new VerifaError('token_unavailable');
  }
}

/** The first POST binds a live token to its client. Of two at once one wins, the other hears of it. */
export async function bindToken(
  deps: Pick<ApiDeps, 'db'>,
  open: OpenToken,
  at: Date,
): Promise<void> {
  const { token, session, client } = open;
  if (client.kind === 'follower') throw new VerifaError('token_unavailable');
  if (token.bound_kind !== null) return;
  const bound = await deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('capture_tokens')
      .set({
        status: 'consumed',
        bound_kind: client.kind,
        binding_hash: client.kind === 'page' ? client.secretHash : null,
        bound_at: at,
      })
      .where('id', '=', token.id)
      .where('status', '=', 'created')
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return false;
    const detail = { link_id: token.id, client: client.kind };
    await appendStep(trx, session, { event: 'link_bound', actor: personOf(open), detail, at });
    return true;
  });
  if (bound) return;
  const now = await deps.db
    .selectFrom('capture_tokens')
    .selectAll()
    .where('id', '=', token.id)
    .executeTakeFirstOrThrow();
  if (now.status !== 'consumed') throw new VerifaError('token_unavailable');
  if (!isBoundTo(now, client)) throw new VerifaError('link_in_use');
}

/** The person, as far as anybody is told: by the link they hold. */
export function personOf({ token }: OpenToken): Actor {
  return { kind: 'person', id: token.id };
}

/** Whatever has become of it. Whose it is, is known once it is found: the rest is asked within its tenant. */
export async function findToken(
  { db, nobodys, tenancy }: TokenDeps,
  secret: string,
): Promise<Pick<OpenToken, 'token' | 'session'> | undefined> {
  if (!looksLikeCaptureToken(secret)) return undefined;
  const { rows } = await sql<CaptureTokenRow & Owned>`
    SELECT (token).*, organization_id, environment
    FROM verifa_capture_token(${hashCaptureToken(secret)})`.execute(nobodys);
  const [token] = rows;
  if (token === undefined) return undefined;
  const session = await tenancy.within(tenantOf(token), () =>
    db
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', token.session_id)
      .executeTakeFirstOrThrow(),
  );
  noteSession(session.id);
  return { token, session };
}

/** While the other device may go on, and for as long after submit as that one may read. */
function isFollowed(token: CaptureTokenRow, session: SessionRow, now: Date): boolean {
  if (token.capture !== session.capture) return false;
  if (!takesCapture(session.status)) return !isLongOver(session, now);
  return session.deadline_at !== null && session.deadline_at > now;
}

function isLongOver(session: SessionRow, now: Date): boolean {
  // A reprocess is the integrator's matter: the person's capture ended before it.
  if (session.state.run.kind === 'reprocess') return true;
  if (!isTerminal(session.status)) return false;
  const endedAt = session.completed_at ?? session.expired_at ?? session.updated_at;
  return endedAt.getTime() + readableAfterEndMs <= now.getTime();
}
