const dayMs = 86_400_000;

/** Days as the API takes them: from the first to the second, which is not part of it. They begin at midnight UTC. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** So many days up to today, today included: the same all day long, so that an answer is asked for once. */
export function lastDays(days: number, now: Date): DayRange {
  return { from: dayOf(now, 1 - days), to: dayOf(now, 1) };
}

function dayOf(now: Date, apart: number): string {
  return new Date(now.getTime() + apart * dayMs).toISOString().slice(0, 10);
}
