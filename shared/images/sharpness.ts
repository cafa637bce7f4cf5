import type { Raster } from './raster';

const tilePx = 24;
/** Tiles flatter than this (of 255, after normalising) show no edge to judge. */
const minimumDeviation = 14;

/**
 * How sharp the edges in a grey picture are, 0–1: the variance of the Laplacian, in each tile
 * relative to the tile's own variance, so that neither light nor print strength counts; then the
 * median of the tiles with the most contrast. Undefined when there is nothing but flat areas.
 */
export function sharpness(grey: Raster): number | undefined {
  const gain = 255 / Math.max(32, brightLevel(grey));
  const tiles: { deviation: number; ratio: number }[] = [];
  for (let top = 1; top + tilePx < grey.height; top += tilePx) {
    for (let left = 1; left + tilePx < grey.width; left += tilePx) {
      const tile = measureTile(grey, left, top, gain);
      if (tile.deviation >= minimumDeviation) tiles.push(tile);
    }
  }
  if (tiles.length < 4) return undefined;
  tiles.sort((a, b) => b.deviation - a.deviation);
  const strongest = tiles
    .slice(0, Math.max(4, Math.ceil(tiles.length * 0.4)))
    .map((tile) => tile.ratio)
    .sort((a, b) => a - b);
  return strongest[Math.floor(strongest.length / 2)];
}

function measureTile(
  grey: Raster,
  left: number,
  top: number,
  gain: number,
): { deviation: number; ratio: number } {
  const { data, width } = grey;
  let sum = 0;
  let squares = 0;
  let laplacian = 0;
  for (let y = top; y < top + tilePx; y += 1) {
    for (let x = left; x < left + tilePx; x += 1) {
      const at = y * width + x;
      const value = (data[at] ?? 0) * gain;
      sum += value;
      squares += value * value;
      const around =
        (data[at - 1] ?? 0) +
        (data[at + 1] ?? 0) +
        (data[at - width] ?? 0) +
        (data[at + width] ?? 0);
      const edge = around * gain - 4 * value;
      laplacian += edge * edge;
    }
  }
  const count = tilePx * tilePx;
  const variance = Math.max(0, squares / count - (sum / count) ** 2);
  return {
    deviation: Math.sqrt(variance),
    // A one-pixel checkerboard, the sharpest there is, has a ratio of 64.
    ratio: variance === 0 ? 0 : Math.min(1, Math.sqrt(laplacian / count / variance / 64) * 2),
  };
}

/** The brightness that nineteen of twenty pixels stay below. */
export function brightLevel(grey: Raster): number {
  const histogram = new Uint32Array(256);
  for (const value of grey.data) histogram[value] = (histogram[value] ?? 0) + 1;
  let left = grey.data.length * 0.05;
  for (let level = 255; level > 0; level -= 1) {
    left -= histogram[level] ?? 0;
    if (left <= 0) return level;
  }
  return 0;
}
