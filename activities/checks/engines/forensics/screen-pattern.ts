import type { Raster } from '../../../../shared/images/raster';
import { spectrumTiles, tileSide as side } from './spectrum-tiles';

/** In cycles a tile, as all frequencies below. Slower waves are of the document: its print, its background, the table. */
const slowest = 24;
/** Along the axes lie straight edges; at multiples of 32 lie the blocks of JPEG. */
const axisHalfWidth = 3;
const blockPitch = side / 8;
/** The surroundings of a frequency: a square of this half width without the middle. */
const [ringOuter, ringInner] = [9, 3];
const ringSize = (2 * ringOuter + 1) ** 2 - (2 * ringInner + 1) ** 2;
/** Not the middle: beside one peak of a screen there are often others. */
const ringRank = Math.floor(ringSize * 0.75);

/**
 * How far the strongest regular pattern of a grey picture stands out: the power of one frequency over
 * that of its surroundings, in decibels. A screen's pixels beat with the camera's and leave a few sharp
 * peaks over the whole picture; print and grain are spread. The tiles' logarithms are averaged, so that a
 * pattern has to be in most of the picture. Null when the picture is too small for a tile.
 */
export function screenPattern(picture: Raster): number | null {
  const spectrum = averageSpectrum(picture);
  if (spectrum === null) return null;
  let strongest = 0;
  for (let v = -side / 2 + 1; v < side / 2; v += 1) {
    // The other half is its mirror image.
    for (let u = 0; u < side / 2; u += 1) {
      if (!isSought(u, v)) continue;
      const own = at(spectrum, u, v);
      if (own - strongest <= 0 || !isPeak(spectrum, u, v, own)) continue;
      const around = surroundings(spectrum, u, v);
      // Most peaks do not lead by more, which is told without sorting.
      if (countBelow(around, own - strongest) <= ringRank) continue;
      strongest = Math.max(strongest, own - (around.sort()[ringRank] ?? 0));
    }
  }
  return strongest;
}

function isSought(u: number, v: number): boolean {
  if (u <= axisHalfWidth || Math.abs(v) <= axisHalfWidth) return false;
  if (Math.hypot(u, v) < slowest) return false;
  const offBlock = (value: number): number =>
    Math.abs(value - Math.round(value / blockPitch) * blockPitch);
  return offBlock(u) > 1 || offBlock(v) > 1;
}

function at(spectrum: Float64Array, u: number, v: number): number {
  // The side is a power of two: the remainder, of negative frequencies too.
  return spectrum[(v & (side - 1)) * side + (u & (side - 1))] ?? 0;
}

function isPeak(spectrum: Float64Array, u: number, v: number, own: number): boolean {
  for (let dv = -1; dv <= 1; dv += 1) {
    for (let du = -1; du <= 1; du += 1) {
      if (at(spectrum, u + du, v + dv) > own) return false;
    }
  }
  return true;
}

function surroundings(spectrum: Float64Array, u: number, v: number): Float64Array {
  const values = new Float64Array(ringSize);
  let count = 0;
  for (let dv = -ringOuter; dv <= ringOuter; dv += 1) {
    for (let du = -ringOuter; du <= ringOuter; du += 1) {
      if (Math.max(Math.abs(du), Math.abs(dv)) > ringInner) {
        values[count] = at(spectrum, u + du, v + dv);
        count += 1;
      }
    }
  }
  return values;
}

function countBelow(values: Float64Array, bound: number): number {
  let count = 0;
  for (const value of values) if (value < bound) count += 1;
  return count;
}

/** In decibels, over all tiles. */
function averageSpectrum(picture: Raster): Float64Array | null {
  const sum = new Float64Array(side * side);
  let tiles = 0;
  for (const power of spectrumTiles(picture)) {
    tiles += 1;
    for (let index = 0; index < sum.length; index += 1) {
      sum[index] = (sum[index] ?? 0) + 10 * Math.log10((power[index] ?? 0) + 1);
    }
  }
  return tiles === 0 ? null : sum.map((value) => value / tiles);
}
