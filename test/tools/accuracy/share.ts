import { wilson } from '../calibration/wilson';

/** `97.5 % (91.3–99.3), 78 of 80` */
export function share(events: number, trials: number): string {
  if (trials === 0) return 'none';
  const [low, high] = wilson(events, trials);
  const interval = `${percent(low)}–${percent(high)}`;
  return `${percent(events / trials)} % (${interval}), ${String(events)} of ${String(trials)}`;
}

/** A rate so small that percent would hide it: `9.2e-4 (7.3e-4–1.2e-3)`. */
export function smallRate(rate: number, [low, high]: readonly [number, number]): string {
  return `${rate.toExponential(1)} (${low.toExponential(1)}–${high.toExponential(1)})`;
}

function percent(value: number): string {
  return (value * 100).toFixed(1);
}
