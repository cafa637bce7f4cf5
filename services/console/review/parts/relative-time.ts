const dayMs = 86_400_000;
/** Further away a date says more than a number of days. */
const relativeWithinMs = 30 * dayMs;

const steps = [
  { unit: 'day', ms: dayMs },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** How long ago or how soon; what is more than a month away by its date. */
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

export function exactTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(at),
  );
}
