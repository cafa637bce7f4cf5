import type { Chroma } from './colour-response';
import type { FacePlane } from './same-photograph';

/** What is measured of the face in one frame; what a challenge means is said in `challenge-rules.ts`. */
export interface ObservedFace {
  /** Unit length; null when the face is not clear enough to know somebody by. */
  readonly embedding: Float32Array | null;
  /** Faces in the frame, those far behind left out. */
  readonly faces: number;
  readonly pose: HeadPose;
  /** 0–1: how surely the more open one of the eyes is open. */
  readonly eyesOpen: number;
  /** Height of the eyes between the lids as a share of their width, both averaged. */
  readonly eyeAspect: number;
  /** 0–1: how surely the face smiles. */
  readonly smile: number;
  /** Height of the gap between the lips as a share of its width. */
  readonly mouthAspect: number;
  readonly nose: NoseOffset;
  /** 0–1: how surely it is a face in the flesh, by the look of this one frame; null for small or blurred ones. */
  readonly passive: number | null;
}

export interface ObservedFrame {
  /** SHA-256 of the upright pixels: a camera never makes the same ones twice. */
  readonly pixelHash: string;
  /** Null where none was found, as in the middle of a quick turn. */
  readonly face: ObservedFace | null;
  /** The face as pixels, for comparing frames with each other; null where none was found. */
  readonly look: { readonly plane: FacePlane; readonly chroma: Chroma } | null;
}

/** Degrees. Yaw: positive when the nose points to the right of the picture. Pitch: positive upwards. */
export interface HeadPose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/**
 * Where the tip of the nose lies, from the middle between the eyes, along and across the line through
 * them, in eye distances: it moves when the head turns, and hardly does in a flat print that is turned.
 */
export interface NoseOffset {
  readonly across: number;
  readonly down: number;
}
