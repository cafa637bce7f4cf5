import { useSyncExternalStore } from 'react';
import { exactTime, relativeTime } from './relative-time';
import { useWords } from './words';

const tickMs = 15_000;

/** "12 minutes ago", with the exact instant on hover and for machines. */
export function Time({ at }: { readonly at: string }) {
  const { language } = useWords();
  const now = useNow();
  const exact = exactTime(at, language);
  return (
    <time dateTime={at} title={exact}>
      {relativeTime(Date.parse(at), now, language)}
    </time>
  );
}

/** The instant itself, where the minute matters. */
export function ExactTime({ at }: { readonly at: string }) {
  const { language } = useWords();
  return <time dateTime={at}>{exactTime(at, language)}</time>;
}

/** One clock for all that is shown, which jumps every quarter of a minute. */
export function useNow(): number {
  return useSyncExternalStore(followClock, () => Math.floor(Date.now() / tickMs) * tickMs + tickMs);
}

function followClock(onTick: () => void): () => void {
  const timer = setInterval(onTick, tickMs);
  return () => clearInterval(timer);
}
