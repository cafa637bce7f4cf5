import type { Part } from './geometry';

/**
 * Where a document's parts usually are, in shares of its picture; no answer of the API says where they were found.
 * ICAO 9303: the zone is the lowest part, the portrait stands on the left.
 */
export const zonePart: Part = { left: 0, top: 0.7, width: 1, height: 0.3 };
export const portraitPart: Part = { left: 0.02, top: 0.18, width: 0.4, height: 0.6 };
