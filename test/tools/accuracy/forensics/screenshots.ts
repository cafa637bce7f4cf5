import sharp from 'sharp';

const screens = [
  [1170, 2532],
  [1080, 2400],
  [1920, 1080],
  [1290, 2796],
] as const;

/** A document shown whole on a screen, between flat bars, and saved by pressing two keys. */
export function screenshots(picture: Buffer): Promise<readonly Buffer[]> {
  return Promise.all(
    screens.map(([width, height]) =>
      sharp(picture)
        .resize(width, height, { fit: 'contain', background: '#101014' })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    ),
  );
}

/** A camera's picture that happens to have the size of a screen, saved without metadata. */
export function cameraOfScreenSize(picture: Buffer): Promise<Buffer> {
  return sharp(picture)
    .resize(1920, 1080, { fit: 'cover' })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
