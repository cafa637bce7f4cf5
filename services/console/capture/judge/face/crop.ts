import type { Planes } from './layers';

/** A part of a picture, in its pixels. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What the nets look at: a picture that draws any part of itself, stretched to so many pixels, as red, green,
 * blue and alpha. A canvas does it in the browser.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  draw(region: Region, widthPx: number, heightPx: number): Uint8ClampedArray;
}

/** How a part lies in the net's square: what it leaves free is black. */
export interface Fitted {
  readonly input: Planes;
  /** Pixels of the square for one of the picture. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** A part of a picture in a net's square, its sides kept in proportion, less what the net's channels mean. */
export function fitted(
  picture: Picture,
  region: Region,
  square: {
    readonly side: number;
    readonly means: readonly [number, number, number];
    readonly isCentred: boolean;
  },
): Fitted {
  const { side, means, isCentred } = square;
  const scale = side / Math.max(region.width, region.height);
  const width = Math.max(Math.round(region.width * scale), 1);
  const height = Math.max(Math.round(region.height * scale), 1);
  const [left, top] = isCentred
    ? [Math.floor((side - width) / 2), Math.floor((side - height) / 2)]
    : [0, 0];
  const drawn = picture.draw(region, width, height);
  const values = new Float32Array(side * side * 3);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const [x, y] = [column - left, row - top];
      const isInside = x >= 0 && y >= 0 && x < width && y < height;
      const [to, from] = [(row * side + column) * 3, (y * width + x) * 4];
      for (let channel = 0; channel < 3; channel += 1) {
        const value = isInside ? (drawn[from + channel] ?? 0) : 0;
        values[to + channel] = (value - (means[channel] ?? 0)) / 255;
      }
    }
  }
  return { input: { side, channels: 3, values }, scale, left, top };
}
