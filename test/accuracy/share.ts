/** A rate so small that percent would hide it: `9.2e-4 (7.3e-4–1.2e-3)`. */
export function smallRate(rate: number, [low, high]: readonly [number, number]): string {
  return `${rate.toExponential(1)} (${low.toExponential(1)}–${high.toExponential(1)})`;
}
