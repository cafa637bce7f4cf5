import type { Frame } from './messages';
import type { VideoPart } from './video-part';

/** Where a Worker could not read a bitmap, the page reads the pixels itself. */
const handsOverBitmaps =
  typeof OffscreenCanvas !== 'undefined' && typeof createImageBitmap === 'function';

let canvas: HTMLCanvasElement | undefined;

/** Takes a part of the running picture, no larger than `longSidePx`. */
export async function takeFrame(
  video: HTMLVideoElement | HTMLCanvasElement,
  part: VideoPart,
  longSidePx: number,
): Promise<Frame> {
  const scale = Math.min(1, longSidePx / Math.max(part.width, part.height));
  const width = Math.max(1, Math.round(part.width * scale));
  const height = Math.max(1, Math.round(part.height * scale));
  if (handsOverBitmaps) {
    const bitmap = await createImageBitmap(video, part.left, part.top, part.width, part.height, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'medium',
    });
    return { kind: 'bitmap', bitmap };
  }
  canvas ??= document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.drawImage(video, part.left, part.top, part.width, part.height, 0, 0, width, height);
  return { kind: 'pixels', rgba: context.getImageData(0, 0, width, height).data, width, height };
}
