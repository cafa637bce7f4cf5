import { shows } from '../../../activities/checks/engines/face/liveness/challenge-rules';
import type { ObservedFace } from '../../../activities/checks/engines/face/liveness/observed-frame';
import {
  livenessChallenges,
  type LivenessChallenge,
} from '../../../shared/domain/checks/liveness-challenge';

/** A face that looks straight on, eyes open, mouth closed. */
const neutral: ObservedFace = {
  embedding: null,
  faces: 1,
  pose: { yaw: 0, pitch: -8, roll: 0 },
  eyesOpen: 1,
  eyeAspect: 0.3,
  smile: 0.02,
  mouthAspect: 0.02,
  nose: { across: 0, down: 0.55 },
  passive: null,
};

function shownBy(changes: Partial<ObservedFace>, from = neutral): LivenessChallenge[] {
  return livenessChallenges.filter((challenge) => shows(challenge, from, { ...from, ...changes }));
}

const turned = (yaw: number, across: number): Partial<ObservedFace> => ({
  pose: { ...neutral.pose, yaw },
  nose: { ...neutral.nose, across },
});
const tilted = (pitch: number, down: number): Partial<ObservedFace> => ({
  pose: { ...neutral.pose, pitch },
  nose: { ...neutral.nose, down },
});
const closed = { eyesOpen: 0.05, eyeAspect: 0.15 };

it('the neutral face itself shows nothing', () => {
  expect(shownBy({})).toEqual([]);
});

it('each movement is taken for itself and nothing else', () => {
  expect(shownBy(closed)).toEqual(['blink']);
  expect(shownBy({ smile: 0.99, mouthAspect: 0.2 })).toEqual(['smile']);
  expect(shownBy(turned(18, 0.2))).toEqual(['turn_left']);
  expect(shownBy(turned(-18, -0.2))).toEqual(['turn_right']);
  expect(shownBy(tilted(6, 0.35))).toEqual(['look_up']);
  expect(shownBy(tilted(-22, 0.65))).toEqual(['nod']);
  expect(shownBy({ mouthAspect: 0.25 })).toEqual(['open_mouth']);
});

it('a turn needs the pose net and the landmarks to agree', () => {
  expect(shownBy(turned(18, 0.02))).toEqual([]);
  expect(shownBy(turned(2, 0.2))).toEqual([]);
});

it('is measured against the neutral frame: who looks aside to begin with has turned nowhere', () => {
  const aside = { ...neutral, ...turned(18, 0.2) };
  expect(shownBy({}, aside)).toEqual([]);
  expect(shownBy(turned(0, 0), aside)).toEqual(['turn_right']);
});

it('closed eyes are no blink when the head moves: who looks down or away looks asleep too', () => {
  expect(shownBy({ ...closed, ...tilted(-24, 0.65) })).toEqual(['nod']);
  expect(shownBy({ ...closed, ...turned(18, 0.2) })).toEqual(['turn_left']);
});

it('nor when they were closed to begin with, or one eye is open', () => {
  expect(shownBy({}, { ...neutral, ...closed })).toEqual([]);
  expect(shownBy({ eyesOpen: 0.9, eyeAspect: 0.15 })).toEqual([]);
});

it('who smiles in the neutral frame has to smile more, and cannot', () => {
  expect(shownBy({ smile: 1 }, { ...neutral, smile: 0.95 })).toEqual([]);
});

it('a mouth that is ajar to begin with does not open', () => {
  expect(shownBy({ mouthAspect: 0.2 }, { ...neutral, mouthAspect: 0.12 })).toEqual([]);
});

it('a laugh with the mouth wide open is both', () => {
  expect(shownBy({ smile: 1, mouthAspect: 0.5 })).toEqual(['smile', 'open_mouth']);
});
