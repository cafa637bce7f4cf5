import { useSyncExternalStore } from 'react';
import { useWords } from './words';

const tickMs = 15_000;

const dayMs = 86_400_000;
/** Further away a date says more than a number of days. */
const relativeWithinMs = 30 * dayMs;

const steps = [
  { unit: 'day', ms: dayMs },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

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

export function relativeTime(atMs: number, nowMs: number, language: string): string {
  const apartMs = atMs - nowMs;
  if (Math.abs(apartMs) > relativeWithinMs) {
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(atMs);
  }
  const step = steps.find(({ ms }) => Math.abs(apartMs) >= ms);
  // "now", in the language's own word.
  if (step === undefined) {
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
  }
  const format = new Intl.RelativeTimeFormat(language, { style: 'short' });
  return format.format(Math.trunc(apartMs / step.ms), step.unit);
}

function exactTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(at),
  );
}

/** One clock for all that is shown, which jumps every quarter of a minute. */
export function useNow(): number {
  return useSyncExternalStore(followClock, () => Math.floor(Date.now() / tickMs) * tickMs + tickMs);
}

function followClock(onTick: () => void): () => void {
  const timer = setInterval(onTick, tickMs);
  return () => clearInterval(timer);
}
