import { brightLevel, type GreyPicture } from '../../../../shared/images/grey-picture';

/** A small grey copy of what the camera sees. */
export type GreyImage = GreyPicture;

/** A place in shares of the picture: 0,0 is its upper left corner, 1,1 its lower right one. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Weighs the colours as the eye does (BT.601), in whole numbers. */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): GreyImage {
  const data = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < data.length; at += 1, from += 4) {
    const red = rgba[from] ?? 0;
    const green = rgba[from + 1] ?? 0;
    const blue = rgba[from + 2] ?? 0;
    data[at] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return { data, width, height };
}

/**
 * How much contrast is enlarged for: a badly lit document shows its print as a well lit one does,
 * but a dark table's grain stays what it is.
 */
export function lightOf(grey: GreyImage): number {
  return Math.max(160, brightLevel(grey)) / 255;
}
