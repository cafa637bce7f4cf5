import { rasterToSharp, type Raster } from '../../../../shared/images/raster';
import { spectrumTiles, tileSide } from './spectrum-tiles';

/** A large picture that is a little out of focus has no finest detail either: what is asked is a page's. */
const longSidePx = 1600;
/** In cycles a tile: strokes of print and the waves of a background, and what is half as fine as pixels can show. */
const coarse = { from: 6, to: 14 } as const;
const fine = { from: 48, to: 64 } as const;

/**
 * How much detail a grey picture has at a quarter of its pixels' frequency, beside the coarse, in decibels. What
 * was enlarged from a small picture has next to none: enlarging makes pixels and no detail. Null when the picture
 * is too small for a tile.
 */
export async function fineDetail(picture: Raster): Promise<number | null> {
  const sums = { coarse: 0, fine: 0 };
  let tiles = 0;
  for (const power of spectrumTiles(await shrunk(picture))) {
    tiles += 1;
    sums.coarse += meanOf(power, coarse);
    sums.fine += meanOf(power, fine);
  }
  return tiles === 0 ? null : 10 * Math.log10((sums.fine + 1) / (sums.coarse + 1));
}

function meanOf(power: Float64Array, { from, to }: typeof coarse | typeof fine): number {
  let [sum, count] = [0, 0];
  for (let v = -to; v <= to; v += 1) {
    // The other half is its mirror image.
    for (let u = 0; u <= to; u += 1) {
      const frequency = Math.hypot(u, v);
      if (frequency < from || frequency > to) continue;
      sum += power[((v + tileSide) % tileSide) * tileSide + u] ?? 0;
      count += 1;
    }
  }
  return sum / Math.max(1, count);
}

async function shrunk(picture: Raster): Promise<Raster> {
  if (Math.max(picture.width, picture.height) <= longSidePx) return picture;
  const { data, info } = await rasterToSharp(picture)
    .resize(longSidePx, longSidePx, { fit: 'inside' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 1 };
}
