import { useEffect, useRef, useState } from 'preact/hooks';

/** When somebody is told that time is short, in seconds before the end. */
const warnings = [300, 60] as const;

export interface TimeLeft {
  readonly seconds: number;
  /** The last warning that was passed; null while there is plenty. */
  readonly warning: (typeof warnings)[number] | null;
}

/**
 * Counts down from the server's own count, by a clock that nobody can set: the device's may be wrong by hours.
 * It stands still while a device sleeps, so that whoever comes back has the server asked again.
 */
export function useTimeLeft(
  given: { readonly seconds: number; readonly at: number } | null,
  onOver: () => void,
): TimeLeft | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  const told = useRef<number | null>(null);
  useEffect(() => {
    const count = (): void => {
      if (given === null) {
        setSeconds(null);
        return;
      }
      const left = Math.max(0, Math.ceil(given.seconds - (performance.now() - given.at) / 1_000));
      // As it is shown, so that the page is drawn anew once a minute and not once a second.
      setSeconds(left > 60 ? Math.ceil(left / 60) * 60 : left);
      if (left > 0 || told.current === given.at) return;
      told.current = given.at;
      onOver();
    };
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [given, onOver]);
  if (seconds === null) return null;
  return { seconds, warning: [...warnings].reverse().find((one) => seconds <= one) ?? null };
}

/** Minutes while there are some; seconds in the last one. */
export function spokenTime(seconds: number, language: string): string {
  const inMinutes = seconds > 60;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  });
  return format.format(inMinutes ? Math.ceil(seconds / 60) : seconds);
}
