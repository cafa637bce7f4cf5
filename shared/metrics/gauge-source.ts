import type { GaugeName, LabelsOf } from './catalogue';

/** One series of a gauge, as it was read. */
export type Reading = {
  [N in GaugeName]: { readonly name: N; readonly labels: LabelsOf<N>; readonly value: number };
}[GaugeName];

/** Where some gauges are read, together and apart from all others. */
export interface GaugeSource {
  /** In `verifa_metrics_failures_total`. */
  readonly name: string;
  /** All that it reads: where a read fails these have no series. */
  readonly gauges: readonly GaugeName[];
  /** How long an answer is good: scrapes, however many, ask no more often. 0: at each. */
  readonly keepMs: number;
  read(): Promise<readonly Reading[]>;
}

/** What is exposed of a source just now; null: it failed, or has not answered in time. */
export type Look = () => Promise<readonly Reading[] | null>;

/**
 * Reads a source at most once at a time and once in `keepMs`, failures too: a part that is down is not asked by
 * each scrape. One that answers late holds up nobody, and what it says serves the next scrape.
 */
export function createLook(
  source: GaugeSource,
  { withinMs, onFailure, nowMs = Date.now }: LookRules,
): Look {
  let kept: { readonly readings: readonly Reading[] | null; readonly untilMs: number } | undefined;
  let running: Promise<readonly Reading[] | null> | undefined;

  async function begin(): Promise<readonly Reading[] | null> {
    const readings = await source.read().catch(() => null);
    if (readings === null) onFailure();
    kept = { readings, untilMs: nowMs() + source.keepMs };
    running = undefined;
    return readings;
  }

  return async () => {
    if (kept !== undefined && nowMs() < kept.untilMs) return kept.readings;
    running ??= begin();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        onFailure();
        resolve(null);
      }, withinMs);
    });
    try {
      return await Promise.race([running, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

export interface LookRules {
  /** A scrape waits no longer. */
  readonly withinMs: number;
  readonly onFailure: () => void;
  /** Default: the machine's. */
  readonly nowMs?: () => number;
}
