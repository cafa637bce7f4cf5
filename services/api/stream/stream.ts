import { z } from 'zod';
import type { SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isTerminal } from '../../../shared/domain/lifecycle/status-catalogue';
import { readSettings } from '../../../shared/organization/read-settings';
import type { ApiDeps } from '../deps';
import { alreadySent, noContent } from '../http/answer';
import { nothing, streamed } from '../http/declared-answer';
import { limitFailure } from '../http/rate-limit';
import { openRoute, type Route } from '../http/route';
import { sessionParams } from '../lifecycle/find-session';
import { sessionTenant } from '../http/session-tenant';
import { heartbeatMs, openEventStream } from './event-stream';
import { createStreamPlaces } from './stream-places';
import type { StatusChange, StatusFeed } from './status-feed';
import { readStreamToken, type StreamRight } from './stream-token';

/**
 * The session's status as it changes: `{status, sequence}` and nothing else. Without `Last-Event-ID` it
 * begins with the present status, with it with whatever came after.
 */
export function streamStatus(deps: ApiDeps, feed: StatusFeed): Route {
  const places = createStreamPlaces(heartbeatMs / 1000);
  return openRoute({
    method: 'GET',
    path: '/api/v1/sessions/:id/stream',
    params: sessionParams,
    query: z.object({ token: z.string() }),
    summary: "Stream a session's status",
    answers: { 200: streamed('text/event-stream'), 204: nothing },
    handler: async ({ params, query, request, response, clientAddress }) => {
      const right = readStreamToken(deps, params.id, query.token, deps.clock());
      if (right === undefined) {
        await limitFailure(deps, clientAddress, response);
        throw new VerifaError('token_unavailable');
      }
      const tenant = await sessionTenant(deps, right.sessionId);
      if (tenant === undefined) throw new VerifaError('token_unavailable');
      const { session, headers } = await deps.tenancy.within(tenant, async () => {
        const row = await deps.db
          .selectFrom('sessions')
          .selectAll()
          .where('id', '=', right.sessionId)
          .executeTakeFirstOrThrow();
        return { session: row, headers: await corsHeaders(deps, row, request.headers.origin) };
      });
      const seen = seenSequence(request.headers['last-event-id'], session);
      if (isTerminal(session.status) && seen === session.sequence) {
        // All is told: 204 is what keeps a browser from asking again.
        response.set(headers);
        return noContent;
      }
      // Gone while it was looked up: nothing would ever close what is opened now.
      if (response.destroyed) return alreadySent;
      const release = places.take(query.token);
      const life = { heartbeatMs, lifeMs: lifeMs(deps, right), stopping: deps.stopping };
      let unfollow = (): void => undefined;
      const onEnd = (): void => {
        release();
        unfollow();
      };
      const stream = openEventStream(response, headers, { ...life, onEnd });
      const tell = (changes: readonly StatusChange[]): void => {
        for (const { status, sequence } of changes) stream.send(sequence, { status, sequence });
        const last = changes.at(-1);
        if (last !== undefined && isTerminal(last.status)) stream.end();
      };
      if (seen === undefined) tell([{ status: session.status, sequence: session.sequence }]);
      if (!response.writableEnded) {
        unfollow = feed.follow(session, seen ?? session.sequence, tell);
      }
      return alreadySent;
    },
  });
}

function lifeMs({ clock }: Pick<ApiDeps, 'clock'>, { expiresAt }: StreamRight): number {
  return Math.max(0, expiresAt.getTime() - clock().getTime());
}

/** What no stream of this session can have said is as good as nothing. */
function seenSequence(
  given: string | string[] | undefined,
  { sequence }: SessionRow,
): number | undefined {
  if (typeof given !== 'string' || !/^\d{1,9}$/.test(given)) return undefined;
  return Number(given) > sequence ? undefined : Number(given);
}

/** The pages of the organisation that may read it; a page of ours needs no leave. */
async function corsHeaders(
  deps: ApiDeps,
  session: SessionRow,
  origin: string | undefined,
): Promise<Record<string, string>> {
  const { allowed_origins: allowed = [] } = await readSettings(deps.db, session);
  const vary = { Vary: 'Origin' };
  if (origin === undefined || !allowed.includes(origin)) return vary;
  return { ...vary, 'Access-Control-Allow-Origin': origin };
}
