import { composeAamva } from '../../../../services/local/specimen/compose-aamva';
import {
  composeTd1,
  composeTd2,
  composeTd3,
  type WrongCheckDigit,
} from '../../../../services/local/specimen/compose-mrz';
import type { Person } from '../../../../services/local/specimen';
import type { DocumentType } from '../../../../shared/domain/documents/document-types';
import type { SheetDesign } from './attack-sets';

export const sheetFormats = ['TD1', 'TD2', 'TD3', 'licence'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is to be printed on a document, each part by itself: attacks change one and leave the others. */
export interface Sheet {
  readonly format: SheetFormat;
  readonly design: SheetDesign;
  readonly paper: 'security' | 'white';
  /** Whom the visual zone names; null: nothing is printed but labels of no person. */
  readonly printed: Person | null;
  readonly portrait: Buffer | null;
  readonly zone: Zone | null;
  readonly barcode: string | null;
  /** SVG over all that is printed on the front. */
  readonly overFront: string;
}

export interface Zone {
  readonly lines: readonly string[];
  readonly font: 'ocrB' | 'text';
  readonly side: 'front' | 'back';
}

export function genuineSheet(format: SheetFormat, person: Person, design: SheetDesign): Sheet {
  return {
    format,
    design,
    paper: 'security',
    printed: person,
    portrait: person.portrait,
    zone: zoneOf(format, person),
    barcode: format === 'licence' ? composeAamva(person) : null,
    overFront: '',
  };
}

export function zoneOf(format: SheetFormat, person: Person, wrong?: WrongCheckDigit): Zone | null {
  switch (format) {
    case 'TD1':
      return { lines: composeTd1(person, wrong), font: 'ocrB', side: 'back' };
    case 'TD2':
      return { lines: composeTd2(person, wrong), font: 'ocrB', side: 'front' };
    case 'TD3':
      return { lines: composeTd3(person, wrong), font: 'ocrB', side: 'front' };
    case 'licence':
      return null;
  }
}

/** The same document naming somebody else to machines: zone or barcode. */
export function codedAs(sheet: Sheet, person: Person): Sheet {
  const zone = zoneOf(sheet.format, person);
  return {
    ...sheet,
    zone: zone === null || sheet.zone === null ? zone : { ...zone, side: sheet.zone.side },
    barcode: sheet.format === 'licence' ? composeAamva(person) : null,
  };
}

export const declaredTypes: Readonly<Record<SheetFormat, DocumentType>> = {
  TD1: 'national_id',
  TD2: 'national_id',
  TD3: 'passport',
  licence: 'drivers_license',
};
