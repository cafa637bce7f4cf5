import sharp from 'sharp';
import type { Picture } from '../../../services/console/capture/judge/face/crop';
import { sampledPicture } from '../../../services/console/capture/judge/face/sampled-picture';

/** A picture as the page's judge is given it. */
export async function drawable(image: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(image)
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sampledPicture(new Uint8ClampedArray(data), info.width, info.height);
}
