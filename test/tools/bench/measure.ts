export interface Measured {
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** `count` runs, so many at once. */
export async function measure(
  count: number,
  atOnce: number,
  run: () => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  let left = count;
  const startedAt = performance.now();
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const began = performance.now();
      await run();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { perSecond: count / seconds, medianMs: at(0.5), p95Ms: at(0.95) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
