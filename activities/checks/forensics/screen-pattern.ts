import type { Raster } from '../../../shared/images/raster';
import { powerSpectrum } from './spectrum';

/** A tile's side; frequencies below are in cycles a tile. */
const side = 256;
const tilesAcross = 4;
/** Slower waves are of the document: its print, its background, the table. */
const slowest = 24;
/** Along the axes lie straight edges; at multiples of 32 lie the blocks of JPEG. */
const axisHalfWidth = 3;
const blockPitch = side / 8;
/** The surroundings of a frequency: a square of this half width without the middle. */
const [ringOuter, ringInner] = [9, 3];

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
      strongest = Math.max(strongest, own - surroundings(spectrum, u, v));
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
  return spectrum[((v + side) % side) * side + ((u + side) % side)] ?? 0;
}

function isPeak(spectrum: Float64Array, u: number, v: number, own: number): boolean {
  for (let dv = -1; dv <= 1; dv += 1) {
    for (let du = -1; du <= 1; du += 1) {
      if (at(spectrum, u + du, v + dv) > own) return false;
    }
  }
  return true;
}

function surroundings(spectrum: Float64Array, u: number, v: number): number {
  const values: number[] = [];
  for (let dv = -ringOuter; dv <= ringOuter; dv += 1) {
    for (let du = -ringOuter; du <= ringOuter; du += 1) {
      if (Math.max(Math.abs(du), Math.abs(dv)) > ringInner) {
        values.push(at(spectrum, u + du, v + dv));
      }
    }
  }
  values.sort((a, b) => a - b);
  // Not the middle: beside one peak of a screen there are often others.
  return values[Math.floor(values.length * 0.75)] ?? 0;
}

/** In decibels, over tiles spread evenly across the picture. */
function averageSpectrum({ data, width, height, channels }: Raster): Float64Array | null {
  if (width < side || height < side) return null;
  const window = Array.from(
    { length: side },
    (_, index) => Math.sin((Math.PI * (index + 0.5)) / side) ** 2,
  );
  const across = Math.min(tilesAcross, Math.floor(width / side));
  const down = Math.min(tilesAcross, Math.floor(height / side));
  const sum = new Float64Array(side * side);
  const tile = new Float64Array(side * side);
  for (let number = 0; number < across * down; number += 1) {
    const left = place(number % across, across, width);
    const top = place(Math.floor(number / across), down, height);
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        const value = data[((top + y) * width + left + x) * channels] ?? 0;
        tile[y * side + x] = (value - 128) * (window[x] ?? 0) * (window[y] ?? 0);
      }
    }
    powerSpectrum(tile, side).forEach((power, index) => {
      sum[index] = (sum[index] ?? 0) + (10 * Math.log10(power + 1)) / (across * down);
    });
  }
  return sum;
}

function place(number: number, of: number, length: number): number {
  return of === 1
    ? Math.floor((length - side) / 2)
    : Math.round((number * (length - side)) / (of - 1));
}
