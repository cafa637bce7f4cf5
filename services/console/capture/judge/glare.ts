import type { GreyImage } from './grey-image';

const tilePx = 4;
/** Printed paper stays below this; a lamp's reflection clips. */
const clipped = 252;

/**
 * The share of the picture that the largest burnt-out patch covers which does not reach its edge
 * (as `shared/images/glare.ts` has it): a bright window behind the document is none.
 */
export function glareShare(grey: GreyImage): number {
  const columns = Math.floor(grey.width / tilePx);
  const rows = Math.floor(grey.height / tilePx);
  const burnt = new Uint8Array(columns * rows);
  for (let tile = 0; tile < burnt.length; tile += 1) {
    burnt[tile] = isBurnt(grey, (tile % columns) * tilePx, Math.floor(tile / columns) * tilePx);
  }
  let largest = 0;
  for (let start = 0; start < burnt.length; start += 1) {
    if (burnt[start] === 1) largest = Math.max(largest, takePatch(burnt, columns, rows, start));
  }
  return burnt.length === 0 ? 0 : largest / burnt.length;
}

function isBurnt(grey: GreyImage, left: number, top: number): 0 | 1 {
  for (let y = top; y < top + tilePx; y += 1) {
    for (let x = left; x < left + tilePx; x += 1) {
      if ((grey.data[y * grey.width + x] ?? 0) < clipped) return 0;
    }
  }
  return 1;
}

/** Counts a connected patch and clears it; 0 for one that reaches the picture's edge. */
function takePatch(burnt: Uint8Array, columns: number, rows: number, start: number): number {
  const stack = [start];
  burnt[start] = 0;
  let tiles = 0;
  let atEdge = false;
  for (let tile = stack.pop(); tile !== undefined; tile = stack.pop()) {
    tiles += 1;
    const column = tile % columns;
    const row = Math.floor(tile / columns);
    if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) atEdge = true;
    const sideways = [column > 0 ? tile - 1 : -1, column < columns - 1 ? tile + 1 : -1];
    for (const next of [...sideways, tile - columns, tile + columns]) {
      if (burnt[next] !== 1) continue;
      burnt[next] = 0;
      stack.push(next);
    }
  }
  return atEdge ? 0 : tiles;
}
