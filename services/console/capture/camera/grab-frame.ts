import { seenPart } from '../judge/judge-client';
import { fitWithin, pictureLimits } from './picture-size';

/** Holds the best frame so far: drawing is cheap, and only the one that is kept is encoded. */
export class FrameKeeper {
  readonly #canvas = document.createElement('canvas');
  #holds = false;

  /** Draws what the person sees; never mirrored, whatever the preview does. */
  draw(video: HTMLVideoElement): void {
    const part = seenPart(video);
    const size = fitWithin(part, pictureLimits.longSidePx);
    this.#canvas.width = size.width;
    this.#canvas.height = size.height;
    const context = this.#canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    const { left, top, width, height } = part;
    context.drawImage(video, left, top, width, height, 0, 0, size.width, size.height);
    this.#holds = true;
  }

  get holds(): boolean {
    return this.#holds;
  }

  async picture(): Promise<Blob> {
    return encode(this.#canvas);
  }
}

/** A picture of this moment. */
export async function grabFrame(video: HTMLVideoElement): Promise<Blob> {
  const keeper = new FrameKeeper();
  keeper.draw(video);
  return keeper.picture();
}

/** JPEG as good as fits: the first quality whose file is small enough. */
async function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  let smallest: Blob | null = null;
  for (const quality of pictureLimits.qualities) {
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', quality);
    });
    if (blob === null) continue;
    smallest = blob;
    if (blob.size <= pictureLimits.bytes) return blob;
  }
  if (smallest === null) throw new Error('no picture');
  return smallest;
}

/**
 * A picture of the phone's own camera, made smaller. What this browser cannot open goes as it is:
 * the server tells the person what is wrong with it.
 */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    try {
      const size = fitWithin(bitmap, pictureLimits.longSidePx);
      if (size.width === bitmap.width && file.size <= pictureLimits.bytes) return file;
      const canvas = document.createElement('canvas');
      canvas.width = size.width;
      canvas.height = size.height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, size.width, size.height);
      return await encode(canvas);
    } finally {
      bitmap.close();
    }
  } catch {
    return file;
  }
}
