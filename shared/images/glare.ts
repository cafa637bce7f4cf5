import type { GreyPicture } from './grey-picture';

export interface GlareLooks {
  /** A patch is counted in squares of this side. */
  readonly tilePx: number;
  /** Printed paper stays below this; a lamp's reflection clips. */
  readonly clipped: number;
}

/** Of a picture as it was sent. */
const sent: GlareLooks = { tilePx: 12, clipped: 254 };

/**
 * The share of the picture covered by the largest burnt-out patch that does not reach its edge:
 * white margins of a scan do, a reflection on the document does not.
 */
export function glareShare(grey: GreyPicture, looks: GlareLooks = sent): number {
  const { tilePx } = looks;
  const columns = Math.floor(grey.width / tilePx);
  const rows = Math.floor(grey.height / tilePx);
  const burnt = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      burnt[row * columns + column] = isBurnt(grey, looks, column * tilePx, row * tilePx) ? 1 : 0;
    }
  }
  let largest = 0;
  for (let start = 0; start < burnt.length; start += 1) {
    if (burnt[start] !== 1) continue;
    const patch = takePatch(burnt, columns, rows, start);
    if (!patch.atEdge) largest = Math.max(largest, patch.tiles);
  }
  return burnt.length === 0 ? 0 : largest / burnt.length;
}

function isBurnt(
  grey: GreyPicture,
  { tilePx, clipped }: GlareLooks,
  left: number,
  top: number,
): boolean {
  for (let y = top; y < top + tilePx; y += 1) {
    for (let x = left; x < left + tilePx; x += 1) {
      if ((grey.data[y * grey.width + x] ?? 0) < clipped) return false;
    }
  }
  return true;
}

/** Counts a connected patch and clears it. */
function takePatch(
  burnt: Uint8Array,
  columns: number,
  rows: number,
  start: number,
): { tiles: number; atEdge: boolean } {
  const stack = [start];
  burnt[start] = 0;
  let tiles = 0;
  let atEdge = false;
  for (let tile = stack.pop(); tile !== undefined; tile = stack.pop()) {
    tiles += 1;
    const column = tile % columns;
    const row = Math.floor(tile / columns);
    if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) atEdge = true;
    const around = [
      column > 0 ? tile - 1 : -1,
      column < columns - 1 ? tile + 1 : -1,
      tile - columns,
      tile + columns,
    ];
    for (const next of around) {
      if (burnt[next] !== 1) continue;
      burnt[next] = 0;
      stack.push(next);
    }
  }
  return { tiles, atEdge };
}
