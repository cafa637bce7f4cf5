import type { Raster } from '../../../../shared/images/raster';

/** Overexposed paper and black shadow are flat in photographs too. */
const [darkest, brightest] = [3, 252];

/**
 * Which share of a grey picture's pixels is exactly as light as all four neighbours, 0–1. A sensor's grain leaves
 * few such pixels, and lossy compression some; a drawing is made of them.
 */
export function flatShare({ data, width, height, channels }: Raster): number {
  const at = (x: number, y: number): number => data[(y * width + x) * channels] ?? 0;
  let [flat, seen] = [0, 0];
  // Every fourth pixel tells as much as all.
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1; x < width - 1; x += 2) {
      const own = at(x, y);
      if (own <= darkest || own >= brightest) continue;
      seen += 1;
      const around = [at(x - 1, y), at(x + 1, y), at(x, y - 1), at(x, y + 1)];
      if (around.every((value) => value === own)) flat += 1;
    }
  }
  return flat / Math.max(1, seen);
}
