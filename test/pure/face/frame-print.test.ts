import {
  framePrint,
  framePrintDistance,
  replayBelow,
} from '../../../activities/checks/engines/face/liveness/frame-print';
import { seeded } from '../../tools/accuracy/documents/seeded';
import type { FacePlane } from '../../../activities/checks/engines/face/liveness/same-photograph';

/** Sixty-eight points, of which the inner ones spread over a face 50 wide and 60 high. */
const points = Array.from({ length: 68 }, (_, at) => ({
  x: 52 + 25 * Math.sin(at * 2.4) * Math.sqrt((at % 17) / 17),
  y: 62 + 30 * Math.cos(at * 2.4) * Math.sqrt((at % 17) / 17),
}));

type Light = (x: number, y: number) => number;

/** A smooth made-up face: spots of dark and light, drawn `by` (dx, dy) aside together with its points. */
function face(seed: number, by = { x: 0, y: 0 }, light: Light = () => 1): FacePlane {
  const [width, height] = [104, 124];
  const values = Float32Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [(at % width) - by.x, Math.floor(at / width) - by.y];
    let grey = 120;
    for (let spot = 1; spot <= 12; spot += 1) {
      const [cx, cy] = [52 + 45 * Math.sin(spot * seed), 62 + 55 * Math.cos(spot * seed * 1.7)];
      const size = 8 + ((spot * seed) % 7);
      const depth = spot % 2 === 0 ? 60 : -60;
      grey += depth * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * size * size));
    }
    return Math.min(Math.max(grey * light(x, y), 0), 255);
  });
  return {
    plane: { width, height, values },
    points: points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
  };
}

const distance = (one: FacePlane, other: FacePlane): number =>
  framePrintDistance(framePrint(one))(framePrint(other));

test('a face elsewhere in its picture, under other light, has nearly the same print', () => {
  const first = face(1.3);
  expect(distance(first, face(1.3, { x: 5, y: -4 }))).toBeLessThan(replayBelow);
  expect(
    distance(
      first,
      face(1.3, { x: 0, y: 0 }, () => 1.25),
    ),
  ).toBeLessThan(replayBelow);
  const fromLeft: Light = (x) => 0.8 + (0.4 * x) / 104;
  expect(distance(first, face(1.3, { x: 0, y: 0 }, fromLeft))).toBeLessThan(replayBelow);
});

test('points found a little elsewhere do not hide a copy', () => {
  const first = face(1.3);
  const moved = { ...first, points: first.points.map(({ x, y }) => ({ x: x * 1.02, y: y + 0.8 })) };
  expect(distance(first, moved)).toBeLessThan(replayBelow);
});

test('noise does not hide a copy', () => {
  const print = framePrint(face(1.3));
  const random = seeded(7);
  const noisy = print.map((value) => value + Math.round((random() - 0.5) * 9));
  expect(framePrintDistance(print)(noisy)).toBeLessThan(replayBelow);
  expect(framePrintDistance(noisy)(print)).toBeLessThan(replayBelow);
});

test('points that a trimmed picture moves by more do not hide a copy', () => {
  const first = face(1.3);
  const points = first.points.map(({ x, y }) => ({ x: x * 1.1 - 4, y: y * 0.93 + 6 }));
  expect(distance(first, { ...first, points })).toBeLessThan(replayBelow);
});

test('another face is far away', () => {
  expect(distance(face(1.3), face(2.9))).toBeGreaterThan(5 * replayBelow);
});

test('what is no print of this kind is as far as can be', () => {
  expect(framePrintDistance(framePrint(face(1.3)))(new Uint8Array())).toBe(Infinity);
});
