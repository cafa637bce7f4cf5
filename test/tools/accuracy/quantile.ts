/** The value that half of them do not exceed; the 95th percentile with `at` 0.95. */
export function quantile(values: readonly number[], at = 0.5): number {
  const rising = [...values].sort((a, b) => a - b);
  return rising[Math.min(rising.length - 1, Math.floor(rising.length * at))] ?? Number.NaN;
}
