interface Size {
  readonly width: number;
  readonly height: number;
}

/** Of pictures that a camera takes: more shows nothing more, and takes long on a slow line. */
export const pictureLimits = {
  longSidePx: 2_400,
  bytes: 1_500_000,
  qualities: [0.92, 0.85, 0.75, 0.6],
} as const;

/** The same shape, no side longer than that; never enlarged. */
export function fitWithin({ width, height }: Size, longSidePx: number): Size {
  const scale = Math.min(1, longSidePx / Math.max(width, height, 1));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
