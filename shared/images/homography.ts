import type { Raster } from './raster';

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** Corners clockwise from the upper left, in the sense of what is shown, not of the picture. */
export type Quad = readonly [Point, Point, Point, Point];

/** Row-major 3×3 matrix, last element 1. */
export type Homography = readonly number[];

export function rectangle(width: number, height: number): Quad {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

/** The projective map that takes each corner of `from` to the same corner of `to`. */
export function homographyBetween(from: Quad, to: Quad): Homography {
  const rows: number[][] = [];
  from.forEach((source, index) => {
    const target = to[index] ?? source;
    const { x, y } = source;
    rows.push([x, y, 1, 0, 0, 0, -x * target.x, -y * target.x, target.x]);
    rows.push([0, 0, 0, x, y, 1, -x * target.y, -y * target.y, target.y]);
  });
  return [...solve(rows), 1];
}

/** Gauss–Jordan with row pivoting; the last column is the right side. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const tail = rows.slice(column);
    const pivot = tail.reduce((best, row) =>
      Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best,
    );
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    const divisor = pivot[column] ?? 1;
    for (let k = column; k <= size; k += 1) pivot[k] = (pivot[k] ?? 0) / divisor;
    for (const row of rows) {
      const factor = row === pivot ? 0 : (row[column] ?? 0);
      if (factor === 0) continue;
      for (let k = column; k <= size; k += 1) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  return rows.map((row) => row[size] ?? 0);
}

export function project(map: Homography, x: number, y: number): Point {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = map;
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/**
 * Draws a picture of the given size, each pixel fetched from `source` where `map` sends its centre,
 * bilinearly; what lies outside becomes `background`.
 */
export function warp(
  source: Raster,
  map: Homography,
  width: number,
  height: number,
  background = 255,
): Raster {
  const { channels } = source;
  const data = new Uint8Array(width * height * channels).fill(background);
  const stride = source.width * channels;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const point = project(map, column + 0.5, row + 0.5);
      const x = point.x - 0.5;
      const y = point.y - 0.5;
      if (x < -0.5 || y < -0.5 || x > source.width - 0.5 || y > source.height - 0.5) continue;
      const left = Math.min(Math.max(Math.floor(x), 0), source.width - 1);
      const top = Math.min(Math.max(Math.floor(y), 0), source.height - 1);
      const right = Math.min(left + 1, source.width - 1);
      const bottom = Math.min(top + 1, source.height - 1);
      const fx = Math.min(Math.max(x - left, 0), 1);
      const fy = Math.min(Math.max(y - top, 0), 1);
      for (let channel = 0; channel < channels; channel += 1) {
        const a = source.data[top * stride + left * channels + channel] ?? 0;
        const b = source.data[top * stride + right * channels + channel] ?? 0;
        const c = source.data[bottom * stride + left * channels + channel] ?? 0;
        const d = source.data[bottom * stride + right * channels + channel] ?? 0;
        const upper = a + (b - a) * fx;
        data[(row * width + column) * channels + channel] = Math.round(
          upper + (c + (d - c) * fx - upper) * fy,
        );
      }
    }
  }
  return { data, width, height, channels };
}
