import fc from 'fast-check';
import {
  isImpossible,
  isUnlikelyMotion,
  type CaptureTimes,
} from '../../../activities/checks/engines/face/liveness/capture-times';

const honest: CaptureTimes = {
  neutralMs: 700,
  challengesMs: [
    [1_900, 2_200, 2_500],
    [4_000, 4_300],
    [6_100, 6_400],
  ],
  elapsedMs: 9_000,
};

it('the times of somebody who reads, moves and goes on are possible', () => {
  expect(isImpossible(honest)).toBe(false);
});

it.each<[string, Partial<CaptureTimes>]>([
  ['a frame from before the challenge was given', { neutralMs: -1 }],
  [
    'times that go back',
    {
      challengesMs: [
        [1_900, 1_800],
        [4_000, 4_300],
        [6_100, 6_400],
      ],
    },
  ],
  [
    'a challenge before the one asked first',
    {
      challengesMs: [
        [4_000, 4_300],
        [1_900, 2_200],
        [6_100, 6_400],
      ],
    },
  ],
  [
    'two frames at once',
    {
      challengesMs: [
        [1_900, 1_900],
        [4_000, 4_300],
        [6_100, 6_400],
      ],
    },
  ],
  [
    'three movements in half a second',
    {
      challengesMs: [
        [800, 900],
        [950, 1_050],
        [1_100, 1_200],
      ],
    },
  ],
  ['a frame from after the set had come', { elapsedMs: 4_000 }],
  ['a challenge without frames', { challengesMs: [[1_900, 2_200], [], [6_100, 6_400]] }],
])('%s: impossible', (_, changes) => {
  expect(isImpossible({ ...honest, ...changes })).toBe(true);
});

it('whatever the times, one that is put before the one ahead of it is impossible', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 5_000 }), (index, by) => {
      const challengesMs = honest.challengesMs.map((times, at) =>
        at === index ? [...times, (times.at(-1) ?? 0) - by] : times,
      );
      return isImpossible({ ...honest, challengesMs });
    }),
  );
});

const path = (...yaws: readonly number[]) =>
  yaws.map((yaw, index) => ({ atMs: 1_000 + index * 200, pose: { yaw, pitch: 0, roll: 0 } }));
const straight = { atMs: 500, pose: { yaw: 0, pitch: 0, roll: 0 } };

it('there and back in one movement is how a head turns', () => {
  expect(isUnlikelyMotion('turn_left', straight, path(4, 12, 20, 14, 5))).toBe(false);
  expect(isUnlikelyMotion('turn_right', straight, path(-4, -12, -20))).toBe(false);
});

it('to and fro within one turn, or faster than a neck, is not', () => {
  expect(isUnlikelyMotion('turn_left', straight, path(20, 2, 21, 1))).toBe(true);
  const jumped = [{ atMs: 520, pose: { yaw: 30, pitch: 0, roll: 0 } }];
  expect(isUnlikelyMotion('turn_left', straight, jumped)).toBe(true);
});

it('of a blink and a smile the head tells nothing', () => {
  expect(isUnlikelyMotion('blink', straight, path(20, 2, 21, 1))).toBe(false);
});
