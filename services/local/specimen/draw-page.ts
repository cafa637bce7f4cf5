import type { Raster } from '../../../shared/images/raster';
import type { SpecimenFonts } from './fonts';
import { designSettings, printedDate, type Design, type DesignSettings } from './layout';
import { background, compose, fieldBlock, mrzBlock, rect, text } from './page-parts';
import type { Person } from './person';

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
    fieldBlock(fonts, printedFields(person, settings), settings.ink, fieldsX, 20, 6),
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
    fieldBlock(fonts, printedFields(person, settings), settings.ink, left ? 31 : 4, 13, 4.9),
  ];
  return compose(85.6, 54, body.join(''), person.portrait, portrait);
}

/** A larger card with everything on one side: TD2, 105 × 74 mm (9303-6). */
export async function drawLargeCard(
  fonts: SpecimenFonts,
  person: Person,
  design: Design,
  mrz: readonly string[],
): Promise<Raster> {
  const settings = designSettings[design];
  const left = settings.portraitSide === 'left';
  const portrait = { x: left ? 5 : 73, y: 12, width: 27, height: 35 };
  const body = [
    background(settings, 105, 74),
    text(fonts, `IDENTITY CARD ${person.nationality}`, 5, 7, 4, settings.ink),
    text(fonts, 'MADE-UP SPECIMEN', 5, 10.8, 2.4, '#8a2b2b'),
    fieldBlock(fonts, printedFields(person, settings), settings.ink, left ? 36 : 5, 15, 5),
    mrzBlock(fonts, mrz, 6.8, 74, 9),
  ];
  return compose(105, 74, body.join(''), person.portrait, portrait);
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

function printedFields(person: Person, settings: DesignSettings): [label: string, value: string][] {
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
  return values.map((value, index) => [settings.labels[index] ?? '', value]);
}
