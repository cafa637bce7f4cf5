import type { Point, Quad } from '../../../../../shared/images/homography';

/** A run of text somewhere in a picture, at any angle. */
export interface TextBox {
  readonly centre: Point;
  /** Along the text. */
  readonly width: number;
  /** Across it. */
  readonly height: number;
  /** Direction of the text, in (−π/2, π/2]: whether it reads this way or upside down is open. */
  readonly angle: number;
}

const inkThreshold = 0.3;
const boxThreshold = 0.5;
/** The network paints text narrower than it is; DB's usual ratio for growing it back. */
const unclipRatio = 1.6;
const minimumPixels = 24;

/** Turns the detector's probability map into boxes, in the map's own coordinates. */
export function textBoxes(map: Float32Array, width: number, height: number): TextBox[] {
  const seen = new Uint8Array(width * height);
  const boxes: TextBox[] = [];
  const stack: number[] = [];
  for (let start = 0; start < map.length; start += 1) {
    if (seen[start] === 1 || (map[start] ?? 0) < inkThreshold) continue;
    const pixels: number[] = [];
    stack.push(start);
    seen[start] = 1;
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      pixels.push(pixel);
      const x = pixel % width;
      for (const next of [
        x > 0 ? pixel - 1 : -1,
        x < width - 1 ? pixel + 1 : -1,
        pixel - width,
        pixel + width,
      ]) {
        if (next < 0 || next >= map.length || seen[next] === 1) continue;
        if ((map[next] ?? 0) < inkThreshold) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    if (pixels.length < minimumPixels) continue;
    const mean = pixels.reduce((sum, pixel) => sum + (map[pixel] ?? 0), 0) / pixels.length;
    if (mean >= boxThreshold) boxes.push(boxAround(pixels, width));
  }
  return boxes;
}

/** The box along the main axis of the pixels: exact for lines of text, which are long. */
function boxAround(pixels: readonly number[], mapWidth: number): TextBox {
  let sumX = 0;
  let sumY = 0;
  for (const pixel of pixels) {
    sumX += pixel % mapWidth;
    sumY += Math.floor(pixel / mapWidth);
  }
  const meanX = sumX / pixels.length;
  const meanY = sumY / pixels.length;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const pixel of pixels) {
    const dx = (pixel % mapWidth) - meanX;
    const dy = Math.floor(pixel / mapWidth) - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let low = Infinity;
  let high = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const pixel of pixels) {
    const dx = (pixel % mapWidth) - meanX;
    const dy = Math.floor(pixel / mapWidth) - meanY;
    const along = dx * cos + dy * sin;
    const across = dy * cos - dx * sin;
    low = Math.min(low, along);
    high = Math.max(high, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const width = high - low + 1;
  const height = bottom - top + 1;
  const grow = (width * height * unclipRatio) / (2 * (width + height));
  const middleAlong = (low + high) / 2;
  const middleAcross = (top + bottom) / 2;
  return {
    centre: {
      x: meanX + 0.5 + middleAlong * cos - middleAcross * sin,
      y: meanY + 0.5 + middleAlong * sin + middleAcross * cos,
    },
    width: width + 2 * grow,
    height: height + 2 * grow,
    angle,
  };
}

export function scaleBox(box: TextBox, factor: number): TextBox {
  return {
    centre: { x: box.centre.x * factor, y: box.centre.y * factor },
    width: box.width * factor,
    height: box.height * factor,
    angle: box.angle,
  };
}

/**
 * The box, reading the same way as another: just before and just past the vertical, two lines of one
 * page come with opposite directions.
 */
export function alongside(box: TextBox, other: TextBox): TextBox {
  return Math.abs(box.angle - other.angle) > Math.PI / 2
    ? { ...box, angle: box.angle + (box.angle < other.angle ? Math.PI : -Math.PI) }
    : box;
}

/** The box's corners as the text reads, or as it reads upside down. */
export function boxQuad(box: TextBox, upsideDown: boolean): Quad {
  const angle = upsideDown ? box.angle + Math.PI : box.angle;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const corner = (along: number, across: number): Point => ({
    x: box.centre.x + along * cos - across * sin,
    y: box.centre.y + along * sin + across * cos,
  });
  const halfWidth = box.width / 2;
  const halfHeight = box.height / 2;
  return [
    corner(-halfWidth, -halfHeight),
    corner(halfWidth, -halfHeight),
    corner(halfWidth, halfHeight),
    corner(-halfWidth, halfHeight),
  ];
}
