import type { FaceBox, Point } from '../face-engine';
import { of, raw, type RgbPicture } from '../rgb-picture';

/** A part of a picture, in its pixels; it may reach over the edge. */
export type Region = Pick<FaceBox, 'left' | 'top' | 'width' | 'height'>;

/** The region as a square of the net's own size: stretched, and cut off at the picture's edge. */
export async function stretched(
  picture: RgbPicture,
  region: Region,
  sidePx: number,
): Promise<RgbPicture> {
  return raw(of(picture).extract(inside(picture, region)).resize(sidePx, sidePx, { fit: 'fill' }));
}

/** The region as a square of the net's own size: its shape kept, black beside it. */
export async function padded(
  picture: RgbPicture,
  region: Region,
  sidePx: number,
): Promise<RgbPicture> {
  return raw(
    of(picture)
      .extract(inside(picture, region))
      .resize(sidePx, sidePx, { fit: 'contain', background: '#000000' }),
  );
}

/** One byte a pixel, as bright as the eye sees it. */
export async function greySquare(
  picture: RgbPicture,
  region: Region,
  sidePx: number,
): Promise<Uint8Array> {
  const { data } = await of(picture)
    .extract(inside(picture, region))
    .resize(sidePx, sidePx, { fit: 'fill' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.subarray(0, sidePx * sidePx);
}

/** The region grown around its middle. */
export function grown({ left, top, width, height }: Region, factor: number): Region {
  return {
    left: left - (width * (factor - 1)) / 2,
    top: top - (height * (factor - 1)) / 2,
    width: width * factor,
    height: height * factor,
  };
}

/** The smallest region with all the points. */
export function regionOf(points: readonly Point[]): Region {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

export function inside(
  picture: RgbPicture,
  { left, top, width, height }: Region,
): { left: number; top: number; width: number; height: number } {
  const clamp = (value: number, most: number): number =>
    Math.min(Math.max(Math.round(value), 0), most);
  const [x, y] = [clamp(left, picture.width - 1), clamp(top, picture.height - 1)];
  return {
    left: x,
    top: y,
    width: Math.max(clamp(left + width, picture.width) - x, 1),
    height: Math.max(clamp(top + height, picture.height) - y, 1),
  };
}
