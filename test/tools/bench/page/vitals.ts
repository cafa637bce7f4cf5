import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';

const vitals = z.object({
  /** When the largest piece of the first view was painted; 0 before any was. */
  largestPaintMs: z.number(),
  shifts: z.array(z.object({ atMs: z.number(), score: z.number() })),
  /** The longest event of each interaction that took 16 ms or more. */
  interactionsMs: z.array(z.number()),
  /** With those that were too short to be reported. */
  interactionCount: z.number(),
});
export type Vitals = z.output<typeof vitals>;

/** Has every page of the context observe itself, as web-vitals does. */
export async function observeVitals(context: BrowserContext): Promise<void> {
  await context.addInitScript(observe);
}

export async function readVitals(page: Page): Promise<Vitals> {
  return vitals.parse(
    await page.evaluate(() => {
      const read = Reflect.get(globalThis, 'verifaBenchVitals') as () => unknown;
      return read();
    }),
  );
}

const windowGapMs = 1_000;
const windowMs = 5_000;

/** CLS: the worst window of shifts that are less than a second apart, of five seconds at most. */
export function cumulativeShift(shifts: Vitals['shifts']): number {
  let worst = 0;
  let sum = 0;
  let [beganAt, lastAt] = [-Infinity, -Infinity];
  for (const { atMs, score } of shifts) {
    if (atMs - lastAt >= windowGapMs || atMs - beganAt >= windowMs) {
      sum = 0;
      beganAt = atMs;
    }
    sum += score;
    lastAt = atMs;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** Shorter interactions are not reported at all. */
const shortestReportedMs = 16;

/** INP: the longest interaction, but for one in each fifty. Null where there was none. */
export function interactionToNextPaint({
  interactionsMs,
  interactionCount,
}: Pick<Vitals, 'interactionsMs' | 'interactionCount'>): number | null {
  if (interactionCount === 0) return null;
  const longestFirst = [...interactionsMs].sort((a, b) => b - a);
  return longestFirst[Math.floor(interactionCount / 50)] ?? shortestReportedMs;
}

/** Runs in the page, before its own scripts, and knows nothing of this module. */
function observe(): void {
  let largestPaintMs = 0;
  const shifts: { atMs: number; score: number }[] = [];
  const interactions = new Map<number, number>();
  const each = (options: PerformanceObserverInit, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      ...options,
      buffered: true,
    });
  each({ type: 'largest-contentful-paint' }, ({ startTime }) => {
    largestPaintMs = startTime;
  });
  each({ type: 'layout-shift' }, (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    };
    if (!hadRecentInput) shifts.push({ atMs: entry.startTime, score: value });
  });
  const interaction = (entry: PerformanceEntry): void => {
    const { interactionId } = entry as PerformanceEntry & { interactionId: number };
    if (interactionId === 0) return;
    interactions.set(interactionId, Math.max(interactions.get(interactionId) ?? 0, entry.duration));
  };
  each({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit, interaction);
  each({ type: 'first-input' }, interaction);
  Object.assign(globalThis, {
    verifaBenchVitals: () => ({
      largestPaintMs,
      shifts,
      interactionsMs: [...interactions.values()],
      interactionCount: performance.interactionCount,
    }),
  });
}
