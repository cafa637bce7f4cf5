/** A small grey copy of what the camera sees: rows from the top, one byte a pixel. */
export interface GreyImage {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

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

/** The brightness that nineteen of twenty pixels stay below, as the server measures it. */
export function brightLevel(grey: GreyImage): number {
  const histogram = new Uint32Array(256);
  for (const value of grey.data) histogram[value] = (histogram[value] ?? 0) + 1;
  let left = grey.data.length * 0.05;
  for (let level = 255; level > 0; level -= 1) {
    left -= histogram[level] ?? 0;
    if (left <= 0) return level;
  }
  return 0;
}

/**
 * How much contrast is enlarged for: a badly lit document shows its print as a well lit one does,
 * but a dark table's grain stays what it is.
 */
export function lightOf(grey: GreyImage): number {
  return Math.max(160, brightLevel(grey)) / 255;
}
