import type { RgbPicture } from './rgb-picture';

/** A point or a box in pixels of the picture as a person sees it (EXIF rotation applied). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface FaceBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0–1: the detector's confidence. */
  readonly confidence: number;
}

export interface EmbeddedFace {
  /** Unit length: the cosine of two is their dot product. */
  readonly embedding: Float32Array;
  /** Length before it was made one: small for what is no clear face. */
  readonly norm: number;
}

/** Finds and describes faces. A vendor's engine takes the built-in one's place behind this. */
export interface FaceEngine {
  readonly engine: string;
  readonly engineVersion: string;
  /** All faces, the largest first. */
  detect(image: Uint8Array): Promise<readonly FaceBox[]>;
  /** The same of three bytes a pixel that were decoded already, as they are. */
  detectInPixels(picture: RgbPicture): Promise<readonly FaceBox[]>;
  /** The largest face, described; null when there is none, or none clear enough. */
  embedLargest(image: Uint8Array): Promise<EmbeddedFace | null>;
  /** A face that was found already, in an upright picture that was decoded already. */
  embedIn(picture: RgbPicture, box: FaceBox): Promise<EmbeddedFace | null>;
  dispose(): Promise<void>;
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (const [index, value] of a.entries()) sum += value * (b[index] ?? 0);
  return sum;
}
