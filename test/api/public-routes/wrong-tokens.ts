import { randomBytes } from 'node:crypto';
import type { RateCounter } from '../../../shared/limits/rate-counter';

/** What may stand, percent-encoded, in place of any token or id. */
export const malformed: readonly string[] = [
  'A',
  `${'A'.repeat(42)}%00`,
  '%00',
  // As long as a whole request's head may nearly be.
  'A'.repeat(10_000),
  encodeURIComponent('../../api/v1/sessions'),
  encodeURIComponent("' OR ''='"),
  encodeURIComponent('ſ'.repeat(43)),
];

/** In the form of a capture token, and nobody's. */
export function unknownToken(): string {
  return randomBytes(32).toString('base64url');
}

/** In the form of a stream token, and signed by nobody. */
export const unsignedStreamToken = `9999999999.${'A'.repeat(43)}`;

/** Nobody is told to wait: a matrix asks for more than twenty unknown tokens a minute. */
export const noRates: RateCounter = {
  take: (_subject, limit) =>
    Promise.resolve({ isAllowed: true, limit, remaining: limit, resetAt: new Date() }),
  used: () => Promise.resolve(0),
};
