import type { Offset } from './geometry';

/** Fingers on a stage, by the pointer's id; places from the stage's middle. */
export type Fingers = ReadonlyMap<number, Offset>;

/** What a movement of fingers does to what lies under them. */
export interface Gesture {
  readonly by: Offset;
  readonly factor: number;
  /** About which it grows, after it was moved. */
  readonly anchor: Offset;
}

/** One finger takes the picture along; two take it along by their middle and stretch it by their distance. */
export function gestureOf(before: Fingers, after: Fingers): Gesture | null {
  const ids = [...before.keys()].filter((id) => after.has(id)).slice(0, 2);
  const from = placesOf(before, ids);
  const to = placesOf(after, ids);
  if (from.length === 0) return null;
  const middle = middleOf(to);
  const { x, y } = middleOf(from);
  return {
    by: { x: middle.x - x, y: middle.y - y },
    factor: stretch(distance(from), distance(to)),
    anchor: middle,
  };
}

const pixelsPerNotch = 100;
const factorPerNotch = 1.2;
/** `WheelEvent.deltaMode`: pixels, lines, pages. */
const pixelsOfMode = [1, 16, 400];
/** The pinch of a touchpad comes as a wheel with Ctrl, in far smaller steps. */
const pinchGain = 8;

/** The factor of a turn of the wheel. */
export function wheelFactor({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const pixels = deltaY * (pixelsOfMode[deltaMode] ?? 1) * (ctrlKey ? pinchGain : 1);
  return factorPerNotch ** (-pixels / pixelsPerNotch);
}

function placesOf(fingers: Fingers, ids: readonly number[]): readonly Offset[] {
  return ids.flatMap((id) => fingers.get(id) ?? []);
}

function middleOf(places: readonly Offset[]): Offset {
  const sum = places.reduce((one, other) => ({ x: one.x + other.x, y: one.y + other.y }), {
    x: 0,
    y: 0,
  });
  const count = Math.max(places.length, 1);
  return { x: sum.x / count, y: sum.y / count };
}

function distance([one, other]: readonly Offset[]): number {
  if (one === undefined || other === undefined) return 0;
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Two fingers in one place say nothing. */
function stretch(from: number, to: number): number {
  return from === 0 || to === 0 ? 1 : to / from;
}
