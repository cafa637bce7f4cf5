/** What the bytes of one picture tell of where it came from. No text of its metadata leaves the engine. */
export interface ImageTraces {
  /** Editing software that the metadata names, by our own names for it. */
  readonly editors: readonly string[];
  /** The picture fills a known screen, has a screen's flat bars, and no camera signed it. */
  readonly screenshot: boolean;
  /** How far the strongest regular pattern stands out of its surroundings; null where none is sought. */
  readonly pattern: number | null;
  /** How much fine detail the picture has beside the coarse, in decibels; null where none is sought. */
  readonly fineDetail: number | null;
  /** How much of a picture without lossy compression is flat, 0–1; null of anything else. */
  readonly flat: number | null;
  /** How regularly the coefficients of a JPEG miss values, 0–1; null of anything else. */
  readonly recompression: number | null;
  /** How much of a colour of its own the middle of the picture has, beside the light's; of noise next to none. */
  readonly colour: number;
  /** A small grey likeness, by which copies are found again. */
  readonly print: Uint8Array;
}

/** Who computes them: prints of two engines cannot be compared. */
export const forensicsEngine = { engine: 'image-traces', engineVersion: '1' } as const;
