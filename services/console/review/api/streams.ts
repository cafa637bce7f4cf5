import * as z from 'zod/mini';
import type { Api } from './api';
import { readEvents } from './read-events';
import type { Timer } from './throttle';

const reconnectAfterMs = 3_000;
/** Between two screens nobody follows; the next one goes on with the same connection. */
const lingerMs = 5_000;

/** What a stream tells: what happened, and to what. `listening`: what came before has to be read. */
export type News = z.infer<typeof newsObject>;
const newsObject = z.object({ kind: z.string(), id: z.optional(z.string()) });
const listening: News = { kind: 'listening' };

export type Standing = 'live' | 'polling';

export interface Follower {
  onNews(news: News): void;
  onStanding(standing: Standing): void;
}

/** Streams of ids: each is one connection, which the screens that follow it share. */
export interface Streams {
  /** @returns the function that ends it */
  follow(route: string, follower: Follower): () => void;
  /** Who asks, or for which environment, is another from now on: nothing of the connections before is heard any more. */
  renew(): void;
}

interface Stream {
  readonly followers: Set<Follower>;
  readonly leaving: AbortController;
  standing: Standing;
  /** Something was told while nobody followed. */
  hasMissed: boolean;
  callOffEnd: () => void;
}

export function createStreams(send: Api['send'], timer: Timer): Streams {
  const streams = new Map<string, Stream>();

  function tell(stream: Stream, news: News): void {
    if (stream.leaving.signal.aborted) return;
    if (stream.followers.size === 0) stream.hasMissed = true;
    for (const one of stream.followers) one.onNews(news);
  }

  function stand(stream: Stream, standing: Standing): void {
    if (stream.leaving.signal.aborted) return;
    stream.standing = standing;
    for (const one of stream.followers) one.onStanding(standing);
  }

  async function run(route: string, stream: Stream): Promise<void> {
    const { signal } = stream.leaving;
    const hasEnded = (): boolean => signal.aborted;
    while (!hasEnded()) {
      try {
        const { body } = await send(route, { accept: 'text/event-stream', signal });
        if (body !== null) {
          stand(stream, 'live');
          for await (const { data } of readEvents(body)) tell(stream, newsOf(data));
        }
      } catch {
        // Whatever ended it: it is asked for again, and until then the answers are.
      }
      if (hasEnded()) return;
      if (stream.followers.size === 0) {
        end(route, stream);
        return;
      }
      stand(stream, 'polling');
      await pause(timer, reconnectAfterMs, signal);
    }
  }

  function end(route: string, stream: Stream): void {
    stream.callOffEnd();
    stream.leaving.abort();
    if (streams.get(route) === stream) streams.delete(route);
  }

  function open(route: string, followers: Set<Follower> = new Set()): Stream {
    const made: Stream = {
      followers,
      leaving: new AbortController(),
      standing: 'polling',
      hasMissed: false,
      callOffEnd: () => undefined,
    };
    streams.set(route, made);
    void run(route, made);
    return made;
  }

  return {
    follow(route, follower) {
      const stream = streams.get(route) ?? open(route);
      stream.callOffEnd();
      stream.followers.add(follower);
      follower.onStanding(stream.standing);
      if (stream.hasMissed) {
        stream.hasMissed = false;
        tell(stream, listening);
      }
      return () => {
        // Of a stream that was renewed meanwhile, it is the newer one that it leaves.
        const left = streams.get(route) ?? stream;
        left.followers.delete(follower);
        if (left.followers.size > 0) return;
        left.callOffEnd();
        left.callOffEnd = timer.after(lingerMs, () => end(route, left));
      };
    },
    renew() {
      for (const [route, stream] of [...streams]) {
        end(route, stream);
        if (stream.followers.size > 0) stand(open(route, stream.followers), 'polling');
      }
    },
  };
}

/** What cannot be read may have said anything. */
function newsOf(data: string): News {
  try {
    return newsObject.parse(JSON.parse(data));
  } catch {
    return listening;
  }
}

function pause(timer: Timer, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const callOff = timer.after(ms, resolve);
    signal.addEventListener(
      'abort',
      () => {
        callOff();
        resolve();
      },
      { once: true },
    );
  });
}
