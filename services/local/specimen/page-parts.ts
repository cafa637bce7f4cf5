import sharp from 'sharp';
import { decodeRaster, type Raster } from '../../../shared/images/raster';
import type { SpecimenFonts } from './fonts';
import type { DesignSettings } from './layout';
import { guilloche, mrzLine, svgDocument, textPath } from './svg';

/** All lengths below are millimetres times this: 305 dpi, as a good phone picture gives. */
export const pxPerMm = 12;
const mrzPitchMm = 2.54;
const mrzLineMm = 6.35;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function background(settings: DesignSettings, widthMm: number, heightMm: number): string {
  const width = widthMm * pxPerMm;
  const height = heightMm * pxPerMm;
  return (
    rect({ x: 0, y: 0, width: widthMm, height: heightMm }, settings.paper) +
    guilloche(width, height, settings.wave, settings.waveTurns)
  );
}

export function rect(box: Box, fill: string): string {
  return `<rect x="${box.x * pxPerMm}" y="${box.y * pxPerMm}" width="${box.width * pxPerMm}" height="${box.height * pxPerMm}" fill="${fill}"/>`;
}

export function text(
  fonts: SpecimenFonts,
  words: string,
  xMm: number,
  yMm: number,
  sizeMm: number,
  fill: string,
): string {
  return textPath(fonts.text, words, xMm * pxPerMm, yMm * pxPerMm, sizeMm * pxPerMm, fill);
}

/** One field above the other: a small label, its value below. */
export function fieldBlock(
  fonts: SpecimenFonts,
  fields: readonly (readonly [label: string, value: string])[],
  ink: string,
  xMm: number,
  yMm: number,
  stepMm: number,
): string {
  return fields
    .map(([label, value], index) => {
      const y = yMm + index * stepMm;
      return (
        text(fonts, label, xMm, y, stepMm * 0.31, ink) +
        text(fonts, value, xMm, y + stepMm * 0.58, stepMm * 0.52, ink)
      );
    })
    .join('');
}

/** The lines, on the pale band every such document leaves free of printing. */
export function mrzBlock(
  fonts: SpecimenFonts,
  lines: readonly string[],
  xMm: number,
  pageHeightMm: number,
  bottomMm: number,
): string {
  const firstMm = pageHeightMm - bottomMm - (lines.length - 1) * mrzLineMm + 3;
  const band = {
    x: 0,
    y: firstMm - mrzLineMm,
    width: 200,
    height: pageHeightMm - firstMm + mrzLineMm,
  };
  const rows = lines.map((line, index) =>
    mrzLine(
      fonts.ocrB,
      line,
      xMm * pxPerMm,
      (firstMm + index * mrzLineMm) * pxPerMm,
      mrzPitchMm * pxPerMm,
    ),
  );
  return rect(band, 'rgba(255,255,255,0.6)') + rows.join('');
}

/** A page of these drawings, with the portrait in its box. */
export async function compose(
  widthMm: number,
  heightMm: number,
  body: string,
  portrait: Buffer | undefined,
  box: Box | undefined,
): Promise<Raster> {
  const width = Math.round(widthMm * pxPerMm);
  const height = Math.round(heightMm * pxPerMm);
  let page = sharp(svgDocument(width, height, body)).flatten({ background: '#ffffff' });
  if (portrait !== undefined && box !== undefined) {
    const picture = await sharp(portrait)
      .autoOrient()
      .resize(Math.round(box.width * pxPerMm), Math.round(box.height * pxPerMm), { fit: 'cover' })
      .png()
      .toBuffer();
    page = page.composite([
      {
        input: picture,
        left: Math.round(box.x * pxPerMm),
        top: Math.round(box.y * pxPerMm),
      },
    ]);
  }
  return decodeRaster(await page.png({ compressionLevel: 1 }).toBuffer(), { channels: 3 });
}
