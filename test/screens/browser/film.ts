import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const table = '#6b5a48';

/**
 * A film of one picture for Chromium's own fake camera, as a phone held upright sees it. Chromium takes the values of JPEGs for
 * those of television, so that whites would burn: they are squeezed into its range.
 */
export async function filmOf(
  picture: Buffer,
  folder: string,
  size: { readonly width: number; readonly height: number } = { width: 1080, height: 1920 },
): Promise<string> {
  const frames = [];
  for (const shift of [0, 1, 2, 1]) {
    const held = await sharp(picture)
      .resize({
        width: Math.round(0.84 * size.width) - shift,
        height: Math.round(0.84 * size.height),
        fit: 'inside',
      })
      .toBuffer();
    const frame = await sharp({ create: { ...size, channels: 3, background: table } })
      .composite([{ input: held, gravity: 'centre' }])
      .png({ compressionLevel: 0 })
      .toBuffer();
    frames.push(
      await sharp(frame)
        .linear(219 / 255, 16)
        .jpeg({ quality: 90 })
        .toBuffer(),
    );
  }
  const file = join(folder, 'camera.mjpeg');
  await writeFile(file, Buffer.concat(frames));
  return file;
}
