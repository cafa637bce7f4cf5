import { fitWithin } from '../camera/picture-size';
import { seenPart } from '../judge/judge-client';

/** Of a frame as it is sent: 1280 × 720 in JPEG is some 40 KB, and 2 MB the most that is taken. */
const longSidePx = 1_280;
const quality = 0.92;

/** Draws what the person sees of themselves into one canvas, over and over; never mirrored, as the preview is. */
export class FrameTaker {
  readonly canvas = document.createElement('canvas');
  #before: Uint8Array | null = null;

  draw(video: HTMLVideoElement): void {
    const part = seenPart(video);
    const { width, height } = fitWithin(part, longSidePx);
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    const context = this.canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(video, part.left, part.top, part.width, part.height, 0, 0, width, height);
  }

  /**
   * What was drawn last; null where the camera has given no new picture since the one before: the server refuses
   * frames that repeat.
   */
  async picture(): Promise<Blob | null> {
    const blob = await new Promise<Blob | null>((resolve) => {
      this.canvas.toBlob(resolve, 'image/jpeg', quality);
    });
    if (blob === null) throw new Error('no picture');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    if (this.#before !== null && isSame(this.#before, bytes)) return null;
    this.#before = bytes;
    return blob;
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
