import fc from 'fast-check';
import {
  measureFace,
  type FaceMeasures,
} from '../../../../../services/console/capture/judge/challenge/measure-face';
import {
  extent,
  isNeutral,
  seen,
} from '../../../../../services/console/capture/judge/challenge/seen';
import {
  livenessChallenges,
  type LivenessChallenge,
} from '../../../../../shared/domain/checks/liveness-challenge';
import { drawnFace } from './drawn-face';

const neutral = measureFace(drawnFace({}), 0.06);
const looks = {
  blink: { measured: drawnFace({}), eyeDetail: 0.03 },
  smile: { measured: drawnFace({ mouthHalfWidth: 0.46 }), eyeDetail: 0.06 },
  open_mouth: { measured: drawnFace({ lipsApart: 0.3 }), eyeDetail: 0.06 },
  // The picture's right is the person's left: frames are not mirrored.
  turn_left: { measured: drawnFace({ noseX: 0.2 }), eyeDetail: 0.06 },
  turn_right: { measured: drawnFace({ noseX: -0.2 }), eyeDetail: 0.06 },
  look_up: { measured: drawnFace({ noseY: 0.4 }), eyeDetail: 0.06 },
  nod: { measured: drawnFace({ noseY: 0.75 }), eyeDetail: 0.06 },
} satisfies Record<LivenessChallenge, { measured: Float32Array; eyeDetail: number }>;
const measuresOf = (challenge: LivenessChallenge): FaceMeasures =>
  measureFace(looks[challenge].measured, looks[challenge].eyeDetail);

it.each(livenessChallenges)('%s is seen where it is performed, and nowhere else', (challenge) => {
  const shown = livenessChallenges.filter((one) => seen(one, neutral, measuresOf(challenge)));
  expect(shown).toEqual([challenge]);
});

it.each(livenessChallenges)('a face at rest does not perform %s', (challenge) => {
  expect(seen(challenge, neutral, neutral)).toBe(false);
  expect(extent(challenge, neutral, neutral)).toBeCloseTo(0);
});

it('a smile that shows teeth is no open mouth, and a mouth wide open is one though it smiles', () => {
  const grin = measureFace(drawnFace({ mouthHalfWidth: 0.46, lipsApart: 0.28 }), 0.06);
  expect(seen('open_mouth', neutral, grin)).toBe(false);
  const laugh = measureFace(drawnFace({ mouthHalfWidth: 0.46, lipsApart: 0.5 }), 0.06);
  expect(seen('open_mouth', neutral, laugh)).toBe(true);
});

it('eyes that look closed in a turned head are no blink', () => {
  const turned = measureFace(drawnFace({ noseX: 0.2 }), 0.02);
  expect(seen('blink', neutral, turned)).toBe(false);
});

it('a face measures the same wherever it is, however large and however tilted', () => {
  fc.assert(
    fc.property(
      fc.record({
        x: fc.integer({ min: -500, max: 500 }),
        y: fc.integer({ min: -500, max: 500 }),
        size: fc.integer({ min: 20, max: 400 }),
        tilt: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
      }),
      (placed) => {
        const measured = measureFace(drawnFace({ noseX: 0.1, lipsApart: 0.2 }, placed), 0.06);
        const there = measureFace(drawnFace({ noseX: 0.1, lipsApart: 0.2 }), 0.06);
        expect(measured.noseAcross).toBeCloseTo(there.noseAcross, 3);
        expect(measured.noseDown).toBeCloseTo(there.noseDown, 3);
        expect(measured.mouthOpen).toBeCloseTo(there.mouthOpen, 3);
        expect(measured.mouthWide).toBeCloseTo(there.mouthWide, 3);
      },
    ),
  );
});

it('a neutral face is at rest, its eyes open and its mouth closed', () => {
  expect(isNeutral(neutral, neutral)).toBe(true);
  expect(isNeutral(neutral, measuresOf('blink'))).toBe(false);
  expect(isNeutral(measuresOf('open_mouth'), measuresOf('open_mouth'))).toBe(false);
  expect(isNeutral(neutral, measuresOf('turn_left'))).toBe(false);
});
