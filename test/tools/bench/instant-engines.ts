import { createHash } from 'node:crypto';
import type { CheckEngines } from '../../../activities/checks/engines/engines';
import { printSide } from '../../../activities/checks/engines/forensics/picture-print';
import type { CheckOutcome } from '../../../shared/domain/checks/outcome';

const passed = (check: CheckOutcome['check']): CheckOutcome => ({
  check,
  status: 'passed',
  score: 1,
  reasons: [],
  engine: 'instant',
  engineVersion: '1',
});

/** Engines that take no time: what is left is what the session itself costs. */
export const instantEngines: CheckEngines = {
  reader: { engine: 'instant', engineVersion: '1' },
  judgeQuality: () => Promise.resolve(passed('document_quality')),
  readDocument: () =>
    Promise.resolve({
      engine: 'instant',
      engineVersion: '1',
      reading: {
        kind: 'read',
        side: 'front',
        format: 'TD3',
        fields: {
          document_type: 'passport',
          document_issuing_state: 'NLD',
          last_name: 'VOORBEELD',
          first_name: 'BENCH',
          document_number: 'SPX015127',
          nationality: 'NLD',
          date_of_birth: '1990-03-10',
          gender: 'female',
          document_expiration_date: '2034-03-09',
        },
        checkDigits: { number: true, birth: true, expiry: true, optional: true, composite: true },
        repaired: [],
        numberInDoubt: false,
        steady: true,
        misreadable: false,
        certainty: 1,
        font: { ocrB: 0.97 },
        otherPrint: false,
        barcodeDiffers: false,
        otherSide: null,
        isDocument: true,
        print: {
          number: 'agrees',
          names: 'agrees',
          birth: 'agrees',
          expiry: 'agrees',
          sex: 'agrees',
          nationality: 'agrees',
          issuer: 'agrees',
        },
      },
    }),
  embedFace: () => Promise.resolve(null),
  readText: () => Promise.resolve({ rows: [] }),
  traceImage: (image) =>
    Promise.resolve({
      editors: [],
      screenshot: false,
      pattern: null,
      fineDetail: null,
      flat: null,
      recompression: null,
      colour: 1,
      // Of these bytes and of no others: pictures of two people are no copies.
      print: createHash('shake256', { outputLength: printSide ** 2 })
        .update(image)
        .digest(),
    }),
  // A camera never makes the same bytes twice, and there is no face to print in them.
  printFace: (image) =>
    Promise.resolve({ pixelHash: createHash('sha256').update(image).digest('hex'), print: null }),
  judgeLiveness: () =>
    Promise.resolve({ outcome: passed('liveness'), evidence: {}, looks: [], selfieLook: null }),
  matchFaces: () => Promise.resolve(passed('face_match')),
};
