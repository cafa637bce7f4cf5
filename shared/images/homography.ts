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
  const lastX = source.width - 1;
  const lastY = source.height - 1;
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = map;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const w = g * (column + 0.5) + h * (row + 0.5) + i;
      const x = (a * (column + 0.5) + b * (row + 0.5) + c) / w - 0.5;
      const y = (d * (column + 0.5) + e * (row + 0.5) + f) / w - 0.5;
      if (!(x >= -0.5 && y >= -0.5 && x <= lastX + 0.5 && y <= lastY + 0.5)) continue;
      // Truncation is floor here, and a good deal faster: x and y are clamped from below first.
      const left = x < 0 ? 0 : x | 0;
      const top = y < 0 ? 0 : y | 0;
      const right = left < lastX ? left + 1 : lastX;
      const bottom = top < lastY ? top + 1 : lastY;
      const fx = x < left ? 0 : x - left;
      const fy = y < top ? 0 : y - top;
      for (let channel = 0; channel < channels; channel += 1) {
        const nw = source.data[top * stride + left * channels + channel] ?? 0;
        const ne = source.data[top * stride + right * channels + channel] ?? 0;
        const sw = source.data[bottom * stride + left * channels + channel] ?? 0;
        const se = source.data[bottom * stride + right * channels + channel] ?? 0;
        const upper = nw + (ne - nw) * fx;
        const lower = sw + (se - sw) * fx;
        data[(row * width + column) * channels + channel] =
          (upper + (lower - upper) * fy + 0.5) | 0;
      }
    }
  }
  return { data, width, height, channels };
}
