import { readAnswer } from './answer-reader';
import { readFollow, type Follow } from './capture-state';

interface FollowPlan {
  /** Streams `Follow` objects; null where only asking again and again is left. */
  readonly url: string | null;
  readonly onFollow: (follow: Follow) => void;
  /** Time to ask for the whole state: the stream ended, or there is none. */
  readonly onAsk: () => void;
  readonly everyMs: number;
}

/**
 * Follows the other device: by the server's stream where one is to be had, and by asking beside it. Proxies
 * that hold a stream back are common, and a page that waits for one for ever is what people complain about.
 */
export function follow({ url, onFollow, onAsk, everyMs }: FollowPlan): () => void {
  const timer = setInterval(onAsk, everyMs);
  const stream = url === null ? null : new EventSource(url);
  stream?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const said = readAnswer(parsed(data));
    if (said.has('connected')) onFollow(readFollow(said));
    // Submitted or over: only the state says how.
    if (said.text('status') !== null) onAsk();
  });
  return () => {
    clearInterval(timer);
    stream?.close();
  };
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return null;
  }
}
