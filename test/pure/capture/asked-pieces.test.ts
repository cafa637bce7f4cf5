import fc from 'fast-check';
import {
  askablePieces,
  isAskable,
  isAsked,
  requiredPieces,
  type AskablePiece,
  type AskedOf,
  type PieceName,
} from '../../../shared/domain/capture/asked-pieces';
import { documentTypes } from '../../../shared/domain/documents/document-types';

const askedOf: fc.Arbitrary<AskedOf> = fc.record({
  requirements: fc.record({
    documentTypes: fc.subarray([...documentTypes]),
    selfie: fc.boolean(),
    liveness: fc.boolean(),
    userInfo: fc.uniqueArray(
      fc.record({ field: fc.constantFrom('email', 'phone', 'address'), required: fc.boolean() }),
      { selector: ({ field }) => field },
    ),
    proofOfAddress: fc.boolean(),
  }),
  matchesFaces: fc.boolean(),
  declaredType: fc.constantFrom(null, ...documentTypes),
  readType: fc.constantFrom(null, ...documentTypes),
  again: fc.subarray([...askablePieces]),
});

function stepOf(piece: PieceName): AskablePiece {
  return askablePieces.find((one) => one === piece) ?? 'user_info';
}

test('whatever is required can be provided, over the link', () => {
  fc.assert(
    fc.property(askedOf, fc.constantFrom('link', 'api'), (asked, way) => {
      for (const piece of requiredPieces(asked, way)) {
        // The integrator's own uploads are never refused for not being asked.
        if (way === 'api' && ['id_front', 'id_back', 'selfie'].includes(piece)) continue;
        expect([piece, isAsked(asked, stepOf(piece))]).toEqual([piece, true]);
      }
    }),
  );
});

test('what a reviewer asks for again is required on both ways, but liveness over the API', () => {
  fc.assert(
    fc.property(askedOf, fc.constantFrom('link', 'api'), (asked, way) => {
      const steps = requiredPieces(asked, way).map(stepOf);
      for (const piece of asked.again) {
        const isPerformed = piece === 'liveness' && way === 'api';
        const expected = isAskable(asked.requirements, stepOf(piece as PieceName)) && !isPerformed;
        if (expected) expect(steps).toContain(piece);
        if (isPerformed) expect(steps).not.toContain(piece);
      }
    }),
  );
});

test('over the API nothing but documents and the selfie, unless a reviewer asks', () => {
  fc.assert(
    fc.property(askedOf, (asked) => {
      const required = requiredPieces({ ...asked, again: [] }, 'api');
      expect(['id_front', 'id_back', 'selfie']).toEqual(expect.arrayContaining([...required]));
      expect(required).toContain('id_front');
    }),
  );
});
