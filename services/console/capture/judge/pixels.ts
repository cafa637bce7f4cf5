import type { Frame } from './messages';

interface Pixels {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Canvases of the sizes in use: making one for each frame would cost more than judging it. */
const canvases = new Map<string, OffscreenCanvasRenderingContext2D>();

/** Reads a frame's pixels, and lets the bitmap go: each holds a texture of the graphics card. */
export function pixelsOf(frame: Frame): Pixels {
  if (frame.kind === 'pixels') return frame;
  const { bitmap } = frame;
  const { width, height } = bitmap;
  try {
    const context = contextOf(width, height);
    context.drawImage(bitmap, 0, 0);
    return { rgba: context.getImageData(0, 0, width, height).data, width, height };
  } finally {
    bitmap.close();
  }
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const size = `${width}x${height}`;
  const known = canvases.get(size);
  if (known !== undefined) return known;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  canvases.set(size, context);
  return context;
}
