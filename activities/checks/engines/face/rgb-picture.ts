import sharp from 'sharp';
import { openImage } from '../../../../shared/images/open-image';

/** Decoded pixels, three bytes each, rows from the top of an upright picture. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** Larger pictures are made this small: faces in them are found as well, in a fraction of the time. */
const longestSidePx = 1_600;
/** Same bound as at upload; what is stored has passed it. */
const limitInputPixels = 64_000_000;

export async function decodeRgb(image: Uint8Array): Promise<RgbPicture> {
  return raw(
    openImage(image, { limitInputPixels }).rotate().resize({
      width: longestSidePx,
      height: longestSidePx,
      fit: 'inside',
      withoutEnlargement: true,
    }),
  );
}

/** A turn to the right by quarters: documents are photographed any way up. */
export async function turned(picture: RgbPicture, quarters: 1 | 2 | 3): Promise<RgbPicture> {
  return raw(of(picture).rotate(quarters * 90));
}

/** Where a part begins and how large it is, in shares of the picture's sides. */
export interface PicturePart {
  readonly left: number;
  readonly top: number;
  readonly share: number;
}

export async function partOf(picture: RgbPicture, part: PicturePart): Promise<RgbPicture> {
  const { width, height } = picture;
  return raw(
    of(picture).extract({
      left: Math.floor(width * part.left),
      top: Math.floor(height * part.top),
      width: Math.floor(width * part.share),
      height: Math.floor(height * part.share),
    }),
  );
}

/** With a margin of edge colour around: a tight crop's face reaches to the border. */
export async function withMargin(picture: RgbPicture, share: number): Promise<RgbPicture> {
  const { x, y } = marginOf(picture, share);
  return raw(of(picture).extend({ left: x, right: x, top: y, bottom: y, extendWith: 'copy' }));
}

export function marginOf(picture: RgbPicture, share: number): { x: number; y: number } {
  return { x: Math.round(picture.width * share), y: Math.round(picture.height * share) };
}

/** Fitted into a frame from the top left, the rest black: shapes keep their proportions. */
export async function fitted(
  picture: RgbPicture,
  width: number,
  height: number,
): Promise<RgbPicture> {
  return raw(
    of(picture).resize({
      width,
      height,
      fit: 'contain',
      position: 'left top',
      background: '#000000',
    }),
  );
}

export function of({ pixels, width, height }: RgbPicture): sharp.Sharp {
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export async function raw(pipeline: sharp.Sharp): Promise<RgbPicture> {
  const { data, info } = await pipeline
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}
