import sharp from 'sharp';
import { decodeRaster, type Raster } from '../../../shared/images/raster';
import { designSettings, printedDate, type Design, type DesignSettings } from './layout';
import type { Person } from './person';
import type { SpecimenFonts } from './fonts';
import { guilloche, mrzLine, svgDocument, textPath } from './svg';

/** All lengths below are millimetres times this: 305 dpi, as a good phone picture gives. */
const pxPerMm = 12;
const mrzPitchMm = 2.54;
const mrzLineMm = 6.35;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The passport's data page: TD3, 125 × 88 mm (9303-4). */
export async function drawPassportPage(
  fonts: SpecimenFonts,
  person: Person,
  design: Design,
  mrz: readonly string[],
): Promise<Raster> {
  const settings = designSettings[design];
  const left = settings.portraitSide === 'left';
  const portrait = { x: left ? 6 : 84, y: 18, width: 35, height: 45 };
  const fieldsX = left ? 46 : 6;
  const body = [
    background(settings, 125, 88),
    text(fonts, `PASSPORT   ${person.nationality}`, 6, 9, 5, settings.ink),
    text(fonts, 'MADE-UP SPECIMEN - NOT A DOCUMENT', 6, 14.5, 2.6, '#8a2b2b'),
    fieldBlock(fonts, person, settings, fieldsX, 20, 6),
    mrzBlock(fonts, mrz, 6, 88, 12),
  ];
  return compose(125, 88, body.join(''), person.portrait, portrait);
}

/** The card's front: TD1, 85.6 × 54 mm (9303-5); portrait and visual zone. */
export async function drawCardFront(
  fonts: SpecimenFonts,
  person: Person,
  design: Design,
): Promise<Raster> {
  const settings = designSettings[design];
  const left = settings.portraitSide === 'left';
  const portrait = { x: left ? 4 : 57.6, y: 12, width: 24, height: 31 };
  const body = [
    background(settings, 85.6, 54),
    text(fonts, `IDENTITY CARD ${person.nationality}`, 4, 6, 3.6, settings.ink),
    text(fonts, 'MADE-UP SPECIMEN', 4, 9.6, 2.2, '#8a2b2b'),
    fieldBlock(fonts, person, settings, left ? 31 : 4, 13, 4.9),
  ];
  return compose(85.6, 54, body.join(''), person.portrait, portrait);
}

/** The card's back: the machine-readable zone of three lines. */
export async function drawCardBack(
  fonts: SpecimenFonts,
  person: Person,
  design: Design,
  mrz: readonly string[],
): Promise<Raster> {
  const settings = designSettings[design];
  const body = [
    background(settings, 85.6, 54),
    text(fonts, settings.labels[6], 4, 6, 2.2, settings.ink),
    text(fonts, printedDate(person.issueDate, settings.dateStyle), 4, 10, 3, settings.ink),
    text(fonts, 'MADE-UP SPECIMEN', 4, 16, 2.6, '#8a2b2b'),
    design === 'harbour' ? rect({ x: 62, y: 6, width: 14, height: 11 }, '#c9a24a') : '',
    mrzBlock(fonts, mrz, 4.7, 54, 6),
  ];
  return compose(85.6, 54, body.join(''), undefined, undefined);
}

function background(settings: DesignSettings, widthMm: number, heightMm: number): string {
  const width = widthMm * pxPerMm;
  const height = heightMm * pxPerMm;
  return (
    rect({ x: 0, y: 0, width: widthMm, height: heightMm }, settings.paper) +
    guilloche(width, height, settings.wave, settings.waveTurns)
  );
}

function rect(box: Box, fill: string): string {
  return `<rect x="${box.x * pxPerMm}" y="${box.y * pxPerMm}" width="${box.width * pxPerMm}" height="${box.height * pxPerMm}" fill="${fill}"/>`;
}

function text(
  fonts: SpecimenFonts,
  words: string,
  xMm: number,
  yMm: number,
  sizeMm: number,
  fill: string,
): string {
  return textPath(fonts.text, words, xMm * pxPerMm, yMm * pxPerMm, sizeMm * pxPerMm, fill);
}

function fieldBlock(
  fonts: SpecimenFonts,
  person: Person,
  settings: DesignSettings,
  xMm: number,
  yMm: number,
  stepMm: number,
): string {
  const values = [
    person.documentNumber,
    person.lastName.toUpperCase(),
    person.firstName.toUpperCase(),
    person.nationality,
    printedDate(person.birthDate, settings.dateStyle),
    person.sex,
    printedDate(person.issueDate, settings.dateStyle),
    printedDate(person.expiryDate, settings.dateStyle),
  ];
  return values
    .map((value, index) => {
      const y = yMm + index * stepMm;
      const label = settings.labels[index] ?? '';
      return (
        text(fonts, label, xMm, y, stepMm * 0.31, settings.ink) +
        text(fonts, value, xMm, y + stepMm * 0.58, stepMm * 0.52, settings.ink)
      );
    })
    .join('');
}

/** The lines, on the pale band every such document leaves free of printing. */
function mrzBlock(
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

async function compose(
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
