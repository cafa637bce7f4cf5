import sharp from 'sharp';
import { pxPerMm } from '../../../../services/local/specimen/page-parts';
import { decodeRaster, rasterToSharp, type Raster } from '../../../../shared/images/raster';
import type { Box } from './sheet';

/** Lays a picture over a page at a place in millimetres, turned a little where it was glued by hand. */
export async function pasted(
  page: Raster,
  picture: Buffer,
  box: Box,
  {
    turnedDegrees = 0,
    shadow = false,
  }: { readonly turnedDegrees?: number; readonly shadow?: boolean } = {},
): Promise<Raster> {
  const px = (mm: number): number => Math.round(mm * pxPerMm);
  const input = await sharp(picture)
    .resize(px(box.width), px(box.height), { fit: 'cover' })
    .jpeg({ quality: 95 })
    .toBuffer();
  const [x, y, width, height] = [px(box.x), px(box.y), px(box.width), px(box.height)];
  const turn = `transform="rotate(${String(turnedDegrees)} ${String(x + width / 2)} ${String(y + height / 2)})"`;
  const at = (by: number): string =>
    `x="${String(x + by)}" y="${String(y + by)}" width="${String(width)}" height="${String(height)}"`;
  const under = shadow ? `<rect ${at(5)} ${turn} fill="#000" fill-opacity="0.5"/>` : '';
  const image = `<image ${at(0)} ${turn} preserveAspectRatio="none" href="data:image/jpeg;base64,${input.toString('base64')}"/>`;
  return overdrawn(page, under + image);
}

/** Draws SVG over a page; its lengths are the page's pixels. */
export function overdrawn(page: Raster, svgBody: string): Promise<Raster> {
  const input = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(page.width)}" height="${String(page.height)}">${svgBody}</svg>`,
  );
  return composited(page, [{ input, left: 0, top: 0 }]);
}

async function composited(page: Raster, layers: sharp.OverlayOptions[]): Promise<Raster> {
  const png = await rasterToSharp(page).composite(layers).png({ compressionLevel: 1 }).toBuffer();
  return decodeRaster(png, { channels: 3 });
}

/** A strip of a page, whole in width, from one height to another, in shares of the page. */
export function strip(page: Raster, from: number, to: number): Promise<Buffer> {
  const top = Math.round(page.height * from);
  const height = Math.round(page.height * to) - top;
  return rasterToSharp(page)
    .extract({ left: 0, top, width: page.width, height })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

export function pngOf(page: Raster): Promise<Buffer> {
  return rasterToSharp(page).png({ compressionLevel: 3 }).toBuffer();
}

/** As an office machine copies: grey, hard, a little soft. */
export async function photocopied(page: Raster): Promise<Raster> {
  const grey = await rasterToSharp(page)
    .greyscale()
    .linear(1.25, -58)
    .blur(0.7)
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer();
  return decodeRaster(grey, { channels: 3 });
}

/** The page lies printed on a larger sheet, beside what else was printed there. */
export async function onLargerPage(
  page: Raster,
  svgBody: string,
  [width, height]: readonly [number, number],
): Promise<Raster> {
  const blank = await sharp({ create: { width, height, channels: 3, background: '#f0f0ec' } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const sheet = await decodeRaster(blank, { channels: 3 });
  const left = Math.round((width - page.width) / 2);
  const input = await pngOf(page);
  return overdrawn(
    await composited(sheet, [{ input, left, top: Math.round(height * 0.18) }]),
    svgBody,
  );
}

export function mirrored(picture: Buffer): Promise<Buffer> {
  return sharp(picture).flop().jpeg({ quality: 88 }).toBuffer();
}

/** Two pictures beside each other, of one height. */
export async function besideEachOther(one: Raster, other: Raster): Promise<Raster> {
  const gap = 60;
  const png = await sharp({
    create: {
      width: one.width + other.width + gap,
      height: Math.max(one.height, other.height),
      channels: 3,
      background: '#6b5138',
    },
  })
    .composite([
      { input: await pngOf(one), left: 0, top: 0 },
      { input: await pngOf(other), left: one.width + gap, top: 0 },
    ])
    .png({ compressionLevel: 1 })
    .toBuffer();
  return decodeRaster(png, { channels: 3 });
}
