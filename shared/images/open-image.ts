import sharp from 'sharp';

/**
 * A decoder of an uploaded picture: one place for how strict it is. `error` refuses what is cut off or
 * damaged, as `warning` would, but takes what libjpeg only remarks on: phones write baseline JPEGs with a
 * wrong end of their spectral selection (`Se` 0 for 63), and every decoder shows them.
 */
export function openImage(
  bytes: Buffer | Uint8Array,
  options: Omit<sharp.SharpOptions, 'failOn' | 'raw' | 'pages'> = {},
): sharp.Sharp {
  return sharp(bytes, { pages: 1, ...options, failOn: 'error' });
}
