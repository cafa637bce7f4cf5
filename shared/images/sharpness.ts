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
  const tiles: { deviation: number; ratio: number }[] = [];
  for (let top = 1; top + tilePx < grey.height; top += tilePx) {
    for (let left = 1; left + tilePx < grey.width; left += tilePx) {
      const tile = measureTile(grey, { left, top, tilePx });
      if (tile.deviation * gain >= minimumDeviation) tiles.push(tile);
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

/** A square of a picture, a pixel away from its edges at least. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly tilePx: number;
}

/** How much contrast a tile has, and how much of it stands between neighbours: 0–1, whatever the light. */
export function measureTile(
  { data, width }: GreyPicture,
  { left, top, tilePx: side }: Tile,
): { readonly deviation: number; readonly ratio: number } {
  let sum = 0;
  let squares = 0;
  let laplacian = 0;
  for (let y = top; y < top + side; y += 1) {
    const start = y * width + left;
    // Each pixel is read once along its row: the loop is the most that a judged picture costs its process.
    let before = data[start - 1] ?? 0;
    let value = data[start] ?? 0;
    for (let at = start; at < start + side; at += 1) {
      const after = data[at + 1] ?? 0;
      const edge = before + after + (data[at - width] ?? 0) + (data[at + width] ?? 0) - 4 * value;
      sum += value;
      squares += value * value;
      laplacian += edge * edge;
      before = value;
      value = after;
    }
  }
  const count = side * side;
  const variance = Math.max(0, squares / count - (sum / count) ** 2);
  return {
    deviation: Math.sqrt(variance),
    // A one-pixel checkerboard, the sharpest there is, has a ratio of 64.
    ratio: variance === 0 ? 0 : Math.min(1, Math.sqrt(laplacian / count / variance / 64) * 2),
  };
}
