import bwipjs from 'bwip-js/node';
import type { Raster } from '../../../shared/images/raster';
import type { SpecimenFonts } from './fonts';
import { designSettings, printedDate, type Design } from './layout';
import { background, compose, fieldBlock, pxPerMm, rect, text } from './page-parts';
import type { Person } from './person';

const widthMm = 85.6;
const heightMm = 54;

/** A North American driver's licence's front, its fields numbered as the standard numbers them. */
export async function drawLicenceFront(
  fonts: SpecimenFonts,
  person: Person,
  design: Design,
): Promise<Raster> {
  const settings = designSettings[design];
  const left = settings.portraitSide === 'left';
  const style = person.nationality === 'CAN' ? 'yearFirst' : 'monthFirst';
  const fields = [
    ['4d DLN', person.documentNumber],
    ['1', person.lastName.toUpperCase()],
    ['2', person.firstName.toUpperCase()],
    ['9 CLASS', 'C'],
    ['3 DOB', printedDate(person.birthDate, style)],
    ['15 SEX', person.sex],
    ['4a ISS', printedDate(person.issueDate, style)],
    ['4b EXP', printedDate(person.expiryDate, style)],
  ] as const;
  const body = [
    background(settings, widthMm, heightMm),
    text(fonts, `DRIVER LICENSE ${person.nationality}`, 4, 6, 3.6, settings.ink),
    text(fonts, 'MADE-UP SPECIMEN', 4, 9.6, 2.2, '#8a2b2b'),
    fieldBlock(fonts, fields, settings.ink, left ? 31 : 4, 13, 4.9),
  ];
  const portrait = { x: left ? 4 : 57.6, y: 12, width: 24, height: 31 };
  return compose(widthMm, heightMm, body.join(''), person.portrait, portrait);
}

/** Its back: the barcode, as wide as the standard allows, over some small print. */
export async function drawLicenceBack(
  fonts: SpecimenFonts,
  design: Design,
  barcode: string,
): Promise<Raster> {
  const settings = designSettings[design];
  const top = design === 'harbour' ? 30 : 6;
  const body = [
    background(settings, widthMm, heightMm),
    rect({ x: 3, y: top - 2, width: 79.6, height: 20 }, '#ffffff'),
    barcodeAt(barcode, 5, top, 75.6, 16),
    text(fonts, 'MADE-UP SPECIMEN', 4, design === 'harbour' ? 8 : 34, 2.6, '#8a2b2b'),
    text(
      fonts,
      'CLASS C: 4-WHEEL PASSENGER CAR',
      4,
      design === 'harbour' ? 14 : 40,
      2.2,
      settings.ink,
    ),
    text(fonts, 'RESTRICTIONS: NONE', 4, design === 'harbour' ? 19 : 45, 2.2, settings.ink),
  ];
  return compose(widthMm, heightMm, body.join(''), undefined, undefined);
}

/** Drawn as shapes at its place, so that its modules are as sharp as the print beside it. */
function barcodeAt(
  barcode: string,
  xMm: number,
  yMm: number,
  widthMillimetres: number,
  heightMillimetres: number,
): string {
  // The standard's usual shape; the last two are the encoder's own and not among the typed ones.
  const options = { bcid: 'pdf417', text: barcode, columns: 13, eclevel: 3 };
  const svg = bwipjs.toSVG(options);
  const place = `x="${xMm * pxPerMm}" y="${yMm * pxPerMm}" width="${widthMillimetres * pxPerMm}" height="${heightMillimetres * pxPerMm}" preserveAspectRatio="none"`;
  return svg.replace('<svg ', `<svg ${place} `);
}
