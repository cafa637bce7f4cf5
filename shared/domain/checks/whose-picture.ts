/** What two sessions that uploaded one picture say of who they are of; null where it is not known of both. */
export interface SharedPicture {
  /** The integrator's references, the same or merged ones left out beforehand. */
  readonly hasOtherReference: boolean;
  /** Do both have the same document number of the same state? */
  readonly sameNumber: boolean | null;
  /** How alike the faces are, on the calibrated score. */
  readonly faceScore: number | null;
}

/** Below it two faces are of two people, from `same` on of one; between them nothing is said (`standard`, `very_strict`). */
const face = { another: 0.35, same: 0.6 } as const;

/**
 * Whose session it was in which a picture was seen before: who comes back with the picture he took once is no
 * forger. What neither side tells is unknown, and unknown is not the same person.
 */
export function whosePicture(shared: SharedPicture): 'another' | 'same' | 'unknown' {
  const { hasOtherReference, sameNumber, faceScore } = shared;
  const isOtherFace = faceScore !== null && faceScore < face.another;
  if (hasOtherReference || sameNumber === false || isOtherFace) return 'another';
  if (sameNumber === true || (faceScore !== null && faceScore >= face.same)) return 'same';
  return 'unknown';
}
