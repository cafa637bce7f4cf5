import bwipjs from 'bwip-js/node';
import type { Raster } from '../../../../shared/images/raster';
import type { SpecimenFonts } from '../../../../services/local/specimen/fonts';
import { printedDate, type DateStyle } from '../../../../services/local/specimen/layout';
import {
  background,
  compose,
  mrzBlock,
  pxPerMm,
  rect,
  text,
} from '../../../../services/local/specimen/page-parts';
import type { Person } from '../../../../services/local/specimen';
import type { Box, Sheet, SheetFormat } from './sheet';

/** In millimetres (ISO/IEC 7810; ICAO 9303-4, -5, -6). */
export const sheetSizes: Readonly<Record<SheetFormat, Pick<Box, 'width' | 'height'>>> = {
  TD1: { width: 85.6, height: 54 },
  TD2: { width: 105, height: 74 },
  TD3: { width: 125, height: 88 },
  licence: { width: 85.6, height: 54 },
};

interface Places {
  readonly portrait: Box;
  readonly fields: Box;
  readonly rowMm: number;
  readonly zoneXMm: number;
  readonly zoneBottomMm: number;
  readonly title: string;
}

function placesOf({ format, design }: Pick<Sheet, 'format' | 'design'>): Places {
  const { width } = sheetSizes[format];
  const left = design.portraitSide === 'left';
  const beside = (
    portraitWidth: number,
    height: number,
    top: number,
    edge: number,
  ): Pick<Places, 'portrait' | 'fields'> => ({
    portrait: {
      x: left ? edge : width - edge - portraitWidth,
      y: top,
      width: portraitWidth,
      height,
    },
    fields: {
      x: left ? edge * 2 + portraitWidth : edge,
      y: top + 2,
      width: width - portraitWidth - edge * 3,
      height,
    },
  });
  switch (format) {
    case 'TD3':
      return {
        ...beside(35, 45, 18, 6),
        rowMm: 6,
        zoneXMm: 6,
        zoneBottomMm: 12,
        title: 'PASSPORT',
      };
    case 'TD2':
      return {
        ...beside(27, 35, 13, 5),
        rowMm: 5,
        zoneXMm: 6.8,
        zoneBottomMm: 9,
        title: 'IDENTITY CARD',
      };
    case 'TD1':
      return {
        ...beside(24, 31, 12, 4),
        rowMm: 4.9,
        zoneXMm: 4.7,
        zoneBottomMm: 6,
        title: 'IDENTITY CARD',
      };
    case 'licence':
      return {
        ...beside(24, 31, 12, 4),
        rowMm: 4.9,
        zoneXMm: 4.7,
        zoneBottomMm: 6,
        title: 'DRIVER LICENSE',
      };
  }
}

/** Which field of the front, in the order of the labels. */
const printedFields = [
  'number',
  'lastName',
  'firstName',
  'nationality',
  'birth',
  'sex',
  'issued',
  'expires',
] as const;
export type PrintedField = (typeof printedFields)[number];

/** Where a field's value stands, in millimetres. */
export function fieldBox(sheet: Pick<Sheet, 'format' | 'design'>, field: PrintedField): Box {
  const { fields, rowMm } = placesOf(sheet);
  const { columns } = sheet.design;
  const index = printedFields.indexOf(field);
  const rows = printedFields.length / columns;
  const columnWidth = fields.width / columns;
  const step = columns === 1 ? rowMm : rowMm * 1.6;
  return {
    x: fields.x + Math.floor(index / rows) * columnWidth,
    y: fields.y + (index % rows) * step,
    width: columnWidth,
    height: rowMm,
  };
}

export function portraitBox(sheet: Pick<Sheet, 'format' | 'design'>): Box {
  return placesOf(sheet).portrait;
}

/** Where the zone's band begins, in millimetres from above. */
export function zoneTopMm({ format }: Pick<Sheet, 'format'>): number {
  const { height } = sheetSizes[format];
  return format === 'TD1' ? height - 25 : height - (format === 'TD2' ? 21.5 : 24);
}

export async function drawFront(fonts: SpecimenFonts, sheet: Sheet): Promise<Raster> {
  const { width, height } = sheetSizes[sheet.format];
  const { portrait } = placesOf(sheet);
  const { printed } = sheet;
  const body = [
    paperOf(sheet),
    printed === null ? '' : print(fonts, sheet, printed),
    zoneOn(fonts, sheet, 'front'),
    sheet.overFront,
  ];
  return compose(width, height, body.join(''), sheet.portrait ?? undefined, portrait);
}

/** Null of a passport, which is one page. */
export async function drawBack(fonts: SpecimenFonts, sheet: Sheet): Promise<Raster | null> {
  const { format, design, printed, barcode } = sheet;
  if (format === 'TD3') return null;
  const { width, height } = sheetSizes[format];
  const lines =
    printed === null
      ? []
      : [
          ['AUTHORITY', 'MADE-UP OFFICE'],
          [design.labels[0], printed.documentNumber],
          [design.labels[6], printedDate(printed.issueDate, styleOf(sheet))],
        ];
  const top = barcode === null ? 5 : 26;
  const body = [
    paperOf(sheet),
    ...lines.map(([label = '', value = ''], index) =>
      labelled(fonts, sheet, { x: 4, y: top + index * 6, width: 60, height: 5 }, [label, value]),
    ),
    barcode === null ? '' : barcodeAt(barcode, 5, 5, 75.6, 16),
    zoneOn(fonts, sheet, 'back'),
  ];
  return compose(width, height, body.join(''), undefined, undefined);
}

function paperOf({ format, design, paper }: Sheet): string {
  const { width, height } = sheetSizes[format];
  return paper === 'white'
    ? rect({ x: 0, y: 0, width, height }, '#ecebe6')
    : background({ ...design, dateStyle: 'dotted' }, width, height);
}

function print(fonts: SpecimenFonts, sheet: Sheet, person: Person): string {
  const { title, portrait } = placesOf(sheet);
  const values: Record<PrintedField, string> = {
    number: person.documentNumber,
    lastName: person.lastName.toUpperCase(),
    firstName: person.firstName.toUpperCase(),
    nationality: person.nationality,
    birth: printedDate(person.birthDate, styleOf(sheet)),
    sex: person.sex,
    issued: printedDate(person.issueDate, styleOf(sheet)),
    expires: printedDate(person.expiryDate, styleOf(sheet)),
  };
  return [
    text(fonts, `${title}  ${person.nationality}`, 4, portrait.y * 0.52, 3.6, sheet.design.ink),
    text(fonts, 'MADE-UP SPECIMEN', 4, portrait.y * 0.82, 2.2, '#8a2b2b'),
    ...printedFields.map((field, index) =>
      labelled(fonts, sheet, fieldBox(sheet, field), [
        sheet.design.labels[index] ?? '',
        values[field],
      ]),
    ),
  ].join('');
}

function labelled(
  fonts: SpecimenFonts,
  { design }: Sheet,
  box: Box,
  [label, value]: readonly [string, string],
): string {
  const size = design.columns === 1 ? box.height * 0.52 : box.height * 0.46;
  return (
    text(fonts, label, box.x, box.y, box.height * 0.31, design.ink) +
    text(fonts, value, box.x, box.y + box.height * 0.58, size, design.ink)
  );
}

/** North American licences print their own order (AAMVA card design standard). */
function styleOf({ format, design, printed }: Sheet): DateStyle {
  if (format !== 'licence') return design.dateStyle;
  return printed?.nationality === 'CAN' ? 'yearFirst' : 'monthFirst';
}

function zoneOn(fonts: SpecimenFonts, sheet: Sheet, side: 'front' | 'back'): string {
  const { zone, format } = sheet;
  if (zone?.side !== side) return '';
  const { zoneXMm, zoneBottomMm } = placesOf(sheet);
  const used = zone.font === 'ocrB' ? fonts : { ...fonts, ocrB: fonts.text };
  return mrzBlock(used, zone.lines, zoneXMm, sheetSizes[format].height, zoneBottomMm);
}

/** As a licence's back has it: 13 columns, and the standard's error correction. */
export function barcodeAt(
  barcode: string,
  xMm: number,
  yMm: number,
  widthMm: number,
  heightMm: number,
): string {
  const options = { bcid: 'pdf417', text: barcode, columns: 13, eclevel: 3 };
  const place = `x="${String(xMm * pxPerMm)}" y="${String(yMm * pxPerMm)}" width="${String(widthMm * pxPerMm)}" height="${String(heightMm * pxPerMm)}" preserveAspectRatio="none"`;
  const quiet = rect(
    { x: xMm - 2, y: yMm - 2, width: widthMm + 4, height: heightMm + 4 },
    '#f2f2ee',
  );
  return quiet + bwipjs.toSVG(options).replace('<svg ', `<svg ${place} `);
}
