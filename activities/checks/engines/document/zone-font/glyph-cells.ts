import type { Raster } from '../../../../../shared/images/raster';
import { fitPolynomial, type Curve, type Sample } from './fit-curve';

/** One character, seen through a window of fixed size. */
export interface GlyphCell {
  readonly character: string;
  /** Ink, row by row: more is darker. */
  readonly ink: Float32Array;
}

/** Where the recogniser saw a character along the line. */
export interface PlacedCharacter {
  readonly character: string;
  readonly x: number;
}

/** A cell is one pitch wide; its rows are the capitals' height and a little above and below. */
export const cellWidth = 12;
export const cellHeight = 20;
const capitalRows = 16;
/** Shares of the pitch around a character's middle in which its own ink lies. */
const reach = 0.5;
const samplesAcross = 3;
const minimumPlaced = 6;

/**
 * Cuts a line into its characters by what all fonts of a zone have alike: equal pitch, and capitals and digits of one
 * height. Undefined where the line has no such grid.
 */
export function glyphCells(
  strip: Raster,
  characters: readonly PlacedCharacter[],
): GlyphCell[] | undefined {
  const grid = characters.map(({ x }, at) => ({ at, value: x }));
  const place = fitPolynomial(grid, 2);
  if (place === undefined) return undefined;
  const grey = darkness(strip);
  const spans = characters.map(({ character }, index) => {
    const pitch = place(index + 0.5) - place(index - 0.5);
    return { character, pitch, middle: place(index) };
  });
  if (spans.some(({ pitch }) => pitch < 4)) return undefined;
  const tops: Sample[] = [];
  const bottoms: Sample[] = [];
  for (const { character, pitch, middle } of spans) {
    const rows = character === '<' ? undefined : inkRows(grey, strip.width, middle, pitch);
    if (rows === undefined) continue;
    tops.push({ at: middle, value: rows.top });
    bottoms.push({ at: middle, value: rows.bottom });
  }
  if (tops.length < minimumPlaced) return undefined;
  const top = steadyLine(tops);
  const bottom = steadyLine(bottoms);
  if (top === undefined || bottom === undefined) return undefined;
  const cells: GlyphCell[] = [];
  for (const { character, pitch, middle } of spans) {
    const height = bottom(middle) - top(middle);
    if (height < 6) return undefined;
    const centre = inkCentre(grey, strip.width, middle, pitch, top(middle), bottom(middle));
    const row = height / capitalRows;
    const first = top(middle) - ((cellHeight - capitalRows) / 2) * row;
    cells.push({ character, ink: sampled(grey, strip.width, centre, pitch, first, row) });
  }
  return cells;
}

function darkness({ data, width, height, channels }: Raster): Float32Array {
  const grey = new Float32Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    const value = channels === 1 ? data[pixel] : data[pixel * channels + 1];
    grey[pixel] = 255 - (value ?? 255);
  }
  return grey;
}

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** First and last row darker than half way between the paper and the darkest ink, to a part of a row. */
function inkRows(
  grey: Float32Array,
  width: number,
  middle: number,
  pitch: number,
): Rows | undefined {
  const height = grey.length / width;
  const from = Math.max(0, Math.round(middle - pitch * reach));
  const to = Math.min(width - 1, Math.round(middle + pitch * reach));
  const peaks: number[] = [];
  const all: number[] = [];
  for (let y = 0; y < height; y += 1) {
    let peak = 0;
    for (let x = from; x <= to; x += 1) {
      const value = grey[y * width + x] ?? 0;
      all.push(value);
      if (value > peak) peak = value;
    }
    peaks.push(peak);
  }
  all.sort((a, b) => a - b);
  const paper = all[Math.floor(all.length * 0.4)] ?? 0;
  const darkest = all[Math.floor(all.length * 0.98)] ?? 0;
  if (darkest - paper < 12) return undefined;
  const half = (paper + darkest) / 2;
  const isInk = (value: number): boolean => value >= half;
  const first = peaks.findIndex(isInk);
  const last = peaks.findLastIndex(isInk);
  if (first <= 0 || last >= height - 1) return undefined;
  const part = (outside: number, inside: number): number =>
    (half - outside) / Math.max(1, inside - outside);
  return {
    top: first - 1 + part(peaks[first - 1] ?? 0, peaks[first] ?? 0) + 0.5,
    bottom: last + 1 - part(peaks[last + 1] ?? 0, peaks[last] ?? 0) + 0.5,
  };
}

/** Through most of the samples: one smudged or descending character does not bend it. */
function steadyLine(samples: readonly Sample[]): Curve | undefined {
  const sorted = samples.map(({ value }) => value).toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  let kept = samples.filter(({ value }) => Math.abs(value - median) < 5);
  let line = fitPolynomial(kept, 1);
  for (let round = 0; round < 2 && line !== undefined; round += 1) {
    const drawn = line;
    kept = kept.filter(({ at, value }) => Math.abs(value - drawn(at)) < 2);
    line = fitPolynomial(kept, 1) ?? line;
  }
  return line;
}

function inkCentre(
  grey: Float32Array,
  width: number,
  middle: number,
  pitch: number,
  top: number,
  bottom: number,
): number {
  let centre = middle;
  for (let round = 0; round < 2; round += 1) {
    const from = Math.max(0, Math.round(centre - pitch * reach));
    const to = Math.min(width - 1, Math.round(centre + pitch * reach));
    const columns: number[] = [];
    for (let x = from; x <= to; x += 1) {
      let sum = 0;
      for (let y = Math.max(0, Math.round(top)); y <= bottom; y += 1) {
        sum += grey[y * width + x] ?? 0;
      }
      columns.push(sum);
    }
    const paper = Math.min(...columns);
    const total = columns.reduce((sum, value) => sum + value - paper, 0);
    if (total <= 0) return centre;
    const moment = columns.reduce((sum, value, index) => sum + (value - paper) * index, 0);
    centre = from + moment / total + 0.5;
  }
  return centre;
}

function sampled(
  grey: Float32Array,
  width: number,
  centre: number,
  pitch: number,
  firstRow: number,
  rowHeight: number,
): Float32Array {
  const ink = new Float32Array(cellWidth * cellHeight);
  const column = pitch / cellWidth;
  const left = centre - pitch / 2;
  for (let y = 0; y < cellHeight; y += 1) {
    for (let x = 0; x < cellWidth; x += 1) {
      let sum = 0;
      for (let sy = 0; sy < samplesAcross; sy += 1) {
        for (let sx = 0; sx < samplesAcross; sx += 1) {
          const atX = left + (x + (sx + 0.5) / samplesAcross) * column - 0.5;
          const atY = firstRow + (y + (sy + 0.5) / samplesAcross) * rowHeight - 0.5;
          sum += bilinear(grey, width, atX, atY);
        }
      }
      ink[y * cellWidth + x] = sum / samplesAcross ** 2;
    }
  }
  return ink;
}

function bilinear(grey: Float32Array, width: number, x: number, y: number): number {
  const height = grey.length / width;
  const x0 = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const y0 = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const [dx, dy] = [Math.min(1, Math.max(0, x - x0)), Math.min(1, Math.max(0, y - y0))];
  const value = (atX: number, atY: number): number => grey[atY * width + atX] ?? 0;
  return (
    (value(x0, y0) * (1 - dx) + value(x1, y0) * dx) * (1 - dy) +
    (value(x0, y1) * (1 - dx) + value(x1, y1) * dx) * dy
  );
}
