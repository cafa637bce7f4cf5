import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { isTerminal } from '../../../shared/domain/lifecycle/status-catalogue';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { alreadySent, noContent } from '../http/answer';
import { nothing, streamed } from '../http/declared-answer';
import type { Route } from '../http/route';
import { heartbeatMs, openEventStream, type EventStream } from '../stream/event-stream';
import { createStreamPlaces } from '../stream/stream-places';
import { captureClient, type CaptureClient } from './capture-client';
import { captureStep } from './capture-step';
import { isFollowClaim } from './follow-claim';
import { followedOf } from './followed';
import { openToken } from './open-token';

const pollMs = 1_000;
/** A page reconnects by itself, and is judged anew. */
const lifeMs = 10 * 60_000;

/**
 * How far the device is that the session was handed to: `{status, connected, step, done}`, now and whenever it
 * changes, until the session is over. Each look judges the link again: taken back, replaced or redacted, the
 * stream ends.
 */
export function followHandoff(deps: ApiDeps): Route {
  const places = createStreamPlaces(heartbeatMs / 1000);
  return captureStep(deps, {
    method: 'GET',
    step: 'follow',
    query: z.object({ token: z.string().optional() }),
    standings: ['handed_off'],
    consent: 'not_asked',
    summary: 'Follow the device the session was handed to',
    answers: { 200: streamed('text/event-stream'), 204: nothing },
    clientOf: (request, token, { token: claim }): CaptureClient => {
      if (claim !== undefined && isFollowClaim(deps, token, claim)) return { kind: 'follower' };
      return captureClient(request);
    },
    handler: async ({ open, params, request, response }) => {
      const { client } = open;
      const look = () => told(deps, params.token, client);
      const first = await look();
      if (first === null) throw new VerifaError('token_unavailable');
      // All is told: 204 is what keeps a browser from asking again.
      if (first.isOver && request.headers['last-event-id'] !== undefined) return noContent;
      // Gone while it was looked up: nothing would ever close what is opened now.
      if (response.destroyed) return alreadySent;
      const release = places.take(open.token.id);
      const following = new Following(deps, look);
      const life = { heartbeatMs, lifeMs, stopping: deps.stopping };
      const stream = openEventStream(
        response,
        {},
        {
          ...life,
          onEnd: () => {
            release();
            following.stop();
          },
        },
      );
      following.begin(stream, first);
      return alreadySent;
    },
    params: z.object({ token: z.string() }),
  });
}

interface Told {
  readonly data: Readonly<Record<string, unknown>>;
  readonly isOver: boolean;
}

/** What stands now; null once the link may not be followed any more. */
async function told(deps: ApiDeps, token: string, client: CaptureClient): Promise<Told | null> {
  const open = await openToken(deps, token, client, deps.clock()).catch((cause: unknown) => {
    if (cause instanceof VerifaError && cause.code === 'token_unavailable') return null;
    throw cause;
  });
  if (open?.standing !== 'handed_off') return null;
  const { session } = open;
  const data = { status: session.status, ...(await followedOf(deps, session)) };
  return { data, isOver: isTerminal(session.status) };
}

/** One look a second, until the stream ends or there is nothing more to tell. */
class Following {
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private sent = 0;
  private last: Told['data'] | undefined;

  constructor(
    private readonly deps: Pick<ApiDeps, 'log'>,
    private readonly look: () => Promise<Told | null>,
  ) {}

  begin(stream: EventStream, first: Told): void {
    this.tell(stream, first);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private tell(stream: EventStream, now: Told | null): void {
    if (this.isStopped) return;
    if (now !== null && !isDeepStrictEqual(now.data, this.last)) {
      stream.send(this.sent, now.data);
      this.sent += 1;
      this.last = now.data;
    }
    if (now === null || now.isOver) {
      stream.end();
      return;
    }
    this.timer = setTimeout(() => {
      this.look().then(
        (next) => this.tell(stream, next),
        () => {
          // The database is away: the stream stays, and hears of everything once it is back.
          this.deps.log.warn('a followed link could not be looked at');
          this.tell(stream, now);
        },
      );
    }, pollMs);
  }
}
