import fc from 'fast-check';
import { whosePicture } from '../../../shared/domain/checks/whose-picture';

const nothing = { hasOtherReference: false, sameNumber: null, faceScore: null };

test.each([
  ['another number', { sameNumber: false }, 'another'],
  ['another reference', { hasOtherReference: true }, 'another'],
  ['another face', { faceScore: 0.1 }, 'another'],
  ['another face on the same document', { sameNumber: true, faceScore: 0.1 }, 'another'],
  ['the same number', { sameNumber: true }, 'same'],
  ['the same number, a face hard to compare', { sameNumber: true, faceScore: 0.4 }, 'same'],
  ['the same face', { faceScore: 0.7 }, 'same'],
  ['a face that may be the same', { faceScore: 0.4 }, 'unknown'],
  ['nothing', {}, 'unknown'],
] as const)('%s', (_what, known, whose) => {
  expect(whosePicture({ ...nothing, ...known })).toBe(whose);
});

test('whatever else is known, one thing that differs makes it another person', () => {
  const known = fc.record({
    hasOtherReference: fc.boolean(),
    sameNumber: fc.constantFrom(true, false, null),
    faceScore: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  fc.assert(
    fc.property(known, (shared) => {
      const { hasOtherReference, sameNumber, faceScore } = shared;
      const differs =
        hasOtherReference || sameNumber === false || (faceScore !== null && faceScore < 0.35);
      expect(whosePicture(shared) === 'another').toBe(differs);
    }),
  );
});
