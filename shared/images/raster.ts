import sharp from 'sharp';
import { openImage } from './open-image';

/** Raw pixels, row by row, channels interleaved. */
export interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

export interface RasterOptions {
  readonly channels: 1 | 3;
  /** Shrunk (never enlarged) until the longer side fits. */
  readonly maxLongSidePx?: number;
  /** A picture that takes longer is given up. Default: none. */
  readonly timeoutSeconds?: number;
}

/** Decodes a picture that was inspected before, upright by its EXIF orientation. */
export async function decodeRaster(bytes: Buffer, options: RasterOptions): Promise<Raster> {
  let picture = openImage(bytes).autoOrient().flatten({ background: '#ffffff' });
  const { maxLongSidePx: side, timeoutSeconds } = options;
  if (timeoutSeconds !== undefined) picture = picture.timeout({ seconds: timeoutSeconds });
  if (side !== undefined) {
    picture = picture.resize(side, side, { fit: 'inside', withoutEnlargement: true });
  }
  picture = options.channels === 1 ? picture.greyscale() : picture.toColourspace('srgb');
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: options.channels };
}

export function rasterToSharp(raster: Raster): sharp.Sharp {
  const { width, height, channels } = raster;
  return sharp(raster.data, { raw: { width, height, channels } });
}
