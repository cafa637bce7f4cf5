import type { Picture, Region } from './crop';

const channels = 4;

/**
 * A frame's pixels as the nets look at them: each pixel drawn is the mean of those it covers, in every browser
 * the same. Beyond the frame's edge it is black.
 */
export function sampledPicture(rgba: Uint8ClampedArray, width: number, height: number): Picture {
  return {
    width,
    height,
    draw: (region, widthPx, heightPx) => {
      const columns = covered(region.left, region.width, widthPx, width);
      const rows = covered(region.top, region.height, heightPx, height);
      const drawn = new Uint8ClampedArray(widthPx * heightPx * channels);
      for (let row = 0; row < heightPx; row += 1) {
        for (let column = 0; column < widthPx; column += 1) {
          const to = (row * widthPx + column) * channels;
          average(rgba, width, columns, column, rows, row, drawn, to);
        }
      }
      return drawn;
    },
  };
}

/** For each pixel drawn the first one that it covers and the one behind its last, side by side. */
function covered(start: Region['left'], length: number, count: number, most: number): Int32Array {
  const spans = new Int32Array(count * 2);
  for (let index = 0; index < count; index += 1) {
    const from = start + (index * length) / count;
    const to = start + ((index + 1) * length) / count;
    const first = Math.floor(from + 0.5);
    // Enlarged, it is the nearest one.
    const last = Math.max(Math.floor(to + 0.5), first + 1);
    spans[index * 2] = Math.min(Math.max(first, 0), most);
    spans[index * 2 + 1] = Math.min(Math.max(last, 0), most);
  }
  return spans;
}

function average(
  rgba: Uint8ClampedArray,
  width: number,
  columns: Int32Array,
  column: number,
  rows: Int32Array,
  row: number,
  drawn: Uint8ClampedArray,
  to: number,
): void {
  const [left, right] = [columns[column * 2] ?? 0, columns[column * 2 + 1] ?? 0];
  const [top, bottom] = [rows[row * 2] ?? 0, rows[row * 2 + 1] ?? 0];
  const count = (right - left) * (bottom - top);
  if (count <= 0) return;
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * width + left) * channels; at < (y * width + right) * channels; at += 4) {
      red += rgba[at] ?? 0;
      green += rgba[at + 1] ?? 0;
      blue += rgba[at + 2] ?? 0;
    }
  }
  drawn[to] = red / count;
  drawn[to + 1] = green / count;
  drawn[to + 2] = blue / count;
  drawn[to + 3] = 255;
}
