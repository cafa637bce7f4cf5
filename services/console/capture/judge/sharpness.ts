import {
  measureContrast,
  medianEdgeShare,
  type Contrast,
} from '../../../../shared/images/sharpness';
import { lightOf, type GreyImage } from './grey-image';

const tilePx = 16;
/** Tiles flatter than this (of 255, after normalising) show no edge to judge. */
const minimumDeviation = 14;

export interface Texture {
  /** 0–1: how sharp the edges are; null where there is nothing but flat areas. */
  readonly sharpness: number | null;
  /** The share of tiles that show an edge at all: print, portraits. */
  readonly busy: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Measures as the server does (`shared/images/sharpness.ts`), on smaller tiles: the variance of the
 * Laplacian relative to the tile's own, so that neither light nor print strength counts.
 */
export function textureOf(grey: GreyImage, box: Box): Texture {
  const gain = 1 / lightOf(grey);
  const tiles: Contrast[] = [];
  let all = 0;
  const bottom = Math.min(box.bottom, grey.height - 1);
  const right = Math.min(box.right, grey.width - 1);
  for (let top = Math.max(1, box.top); top + tilePx <= bottom; top += tilePx) {
    for (let left = Math.max(1, box.left); left + tilePx <= right; left += tilePx) {
      all += 1;
      const tile = measureContrast(grey, { left, top, tilePx });
      if (tile.deviation * gain >= minimumDeviation) tiles.push(tile);
    }
  }
  return {
    sharpness: medianEdgeShare(grey, tiles) ?? null,
    busy: all === 0 ? 0 : tiles.length / all,
  };
}
