import sharp from 'sharp';
import type { Picture, Region } from '../../services/console/capture/judge/face/crop';

/** A picture as the page's judge looks at it: a canvas that is not there, drawn between pixels as one does. */
export async function drawable(image: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(image)
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const draw = (region: Region, widthPx: number, heightPx: number): Uint8ClampedArray => {
    const drawn = new Uint8ClampedArray(widthPx * heightPx * 4);
    for (let row = 0; row < heightPx; row += 1) {
      const [above, below] = [row, row + 1].map(
        (edge) => region.top + (edge * region.height) / heightPx,
      );
      for (let column = 0; column < widthPx; column += 1) {
        const [left, right] = [column, column + 1].map(
          (edge) => region.left + (edge * region.width) / widthPx,
        );
        const sums = [0, 0, 0, 0];
        let seen = 0;
        for (let y = Math.floor(above ?? 0); y < Math.max(below ?? 0, (above ?? 0) + 1); y += 1) {
          for (let x = Math.floor(left ?? 0); x < Math.max(right ?? 0, (left ?? 0) + 1); x += 1) {
            if (x < 0 || y < 0 || x >= width || y >= height) continue;
            seen += 1;
            for (let channel = 0; channel < 4; channel += 1) {
              sums[channel] = (sums[channel] ?? 0) + (data[(y * width + x) * 4 + channel] ?? 0);
            }
          }
        }
        for (const [channel, sum] of sums.entries()) {
          drawn[(row * widthPx + column) * 4 + channel] = seen === 0 ? 0 : sum / seen;
        }
      }
    }
    return drawn;
  };
  return { width, height, draw };
}
