import { rasterToSharp, type Raster } from '../../../../shared/images/raster';

/** Small enough that grain and compression average out. */
const longSidePx = 160;
/** The middle in which the page lies: a table around it has colours of its own. */
const middle = { from: 0.2, to: 0.8 } as const;
/** Keeps the ratios of dark pixels from being noise. */
const floor = 8;

/**
 * How far the most coloured fiftieth of the picture's middle is from the colour of its light, as a distance
 * of logarithmic ratios of red and blue to green. A lamp tints all of a photocopy alike, which cancels out
 * against the median as far as nothing is overexposed (a strong lamp is missed, never accused); print, paper and emblems of a document differ in colour, and a grey portrait on them
 * takes nothing away.
 */
export async function ownColour(picture: Raster): Promise<number> {
  const { data, info } = await rasterToSharp(picture)
    .resize(longSidePx, longSidePx, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels < 3) return 0;
  const reds: number[] = [];
  const blues: number[] = [];
  for (let y = within(info.height, middle.from); y < within(info.height, middle.to); y += 1) {
    for (let x = within(info.width, middle.from); x < within(info.width, middle.to); x += 1) {
      const at = (y * info.width + x) * info.channels;
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      reds.push(Math.log((red + floor) / (green + floor)));
      blues.push(Math.log((blue + floor) / (green + floor)));
    }
  }
  const [red, blue] = [share(reds, 0.5), share(blues, 0.5)];
  const apart = reds.map((own, index) => Math.hypot(own - red, (blues[index] ?? 0) - blue));
  return share(apart, 0.98);
}

function within(length: number, part: number): number {
  return Math.floor(length * part);
}

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}
