import { brightLevel, type GreyPicture } from './grey-picture';

const tilePx = 24;
/** Tiles flatter than this (of 255, after normalising) show no edge to judge. */
const minimumDeviation = 14;

/**
 * How sharp the edges in a grey picture are, 0–1: the variance of the Laplacian, in each tile
 * relative to the tile's own variance, so that neither light nor print strength counts; then the
 * median of the tiles with the most contrast. Undefined when there is nothing but flat areas.
 */
export function sharpness(grey: GreyPicture, bright = brightLevel(grey)): number | undefined {
  const gain = 255 / Math.max(32, bright);
  const tiles: Contrast[] = [];
  for (let top = 1; top + tilePx < grey.height; top += tilePx) {
    for (let left = 1; left + tilePx < grey.width; left += tilePx) {
      const contrast = measureContrast(grey, { left, top, tilePx });
      if (contrast.deviation * gain >= minimumDeviation) tiles.push(contrast);
    }
  }
  return medianEdgeShare(grey, tiles);
}

/** A square of a picture, a pixel away from its edges at least. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly tilePx: number;
}

/** How much the pixels of a tile differ, by its variance. */
export interface Contrast {
  readonly tile: Tile;
  readonly variance: number;
  readonly deviation: number;
}

export function measureContrast({ data, width }: GreyPicture, tile: Tile): Contrast {
  const { left, top, tilePx: side } = tile;
  let sum = 0;
  let squares = 0;
  for (let y = top; y < top + side; y += 1) {
    const start = y * width + left;
    for (let at = start; at < start + side; at += 1) {
      const value = data[at] ?? 0;
      sum += value;
      squares += value * value;
    }
  }
  const count = side * side;
  const variance = Math.max(0, squares / count - (sum / count) ** 2);
  return { tile, variance, deviation: Math.sqrt(variance) };
}

/** How much of a tile's contrast stands between neighbours: 0–1, whatever the light. */
export function edgeShare({ data, width }: GreyPicture, { tile, variance }: Contrast): number {
  if (variance === 0) return 0;
  const { left, top, tilePx: side } = tile;
  let laplacian = 0;
  for (let y = top; y < top + side; y += 1) {
    const start = y * width + left;
    // Each pixel is read once along its row.
    let before = data[start - 1] ?? 0;
    let value = data[start] ?? 0;
    for (let at = start; at < start + side; at += 1) {
      const after = data[at + 1] ?? 0;
      const edge = before + after + (data[at - width] ?? 0) + (data[at + width] ?? 0) - 4 * value;
      laplacian += edge * edge;
      before = value;
      value = after;
    }
  }
  // A one-pixel checkerboard, the sharpest there is, has a ratio of 64.
  return Math.min(1, Math.sqrt(laplacian / (side * side) / variance / 64) * 2);
}

/**
 * The median of the two fifths with the most contrast; undefined of fewer than four tiles. Edges are looked for
 * in those only: it is the most that a judged picture costs its process.
 */
export function medianEdgeShare(grey: GreyPicture, tiles: readonly Contrast[]): number | undefined {
  if (tiles.length < 4) return undefined;
  const shares = [...tiles]
    .sort((a, b) => b.deviation - a.deviation)
    .slice(0, Math.max(4, Math.ceil(tiles.length * 0.4)))
    .map((tile) => edgeShare(grey, tile))
    .sort((a, b) => a - b);
  return shares[Math.floor(shares.length / 2)];
}
