export const mrzFormats = ['TD1', 'TD2', 'TD3'] as const;
export type MrzFormat = (typeof mrzFormats)[number];

/** What may stand at a position: it decides between look-alikes (O and 0) before any check digit. */
export type MrzCharacterKind = 'letter' | 'digit' | 'any';

export interface MrzSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface MrzFieldSpan extends MrzSpan {
  readonly kind: MrzCharacterKind;
}

export interface MrzLayout {
  readonly lines: number;
  readonly length: number;
  readonly documentCode: MrzFieldSpan;
  readonly issuingState: MrzFieldSpan;
  readonly names: MrzFieldSpan;
  readonly documentNumber: MrzFieldSpan;
  readonly documentNumberCheck: MrzFieldSpan;
  readonly nationality: MrzFieldSpan;
  readonly birthDate: MrzFieldSpan;
  readonly birthDateCheck: MrzFieldSpan;
  readonly sex: MrzFieldSpan;
  readonly expiryDate: MrzFieldSpan;
  readonly expiryDateCheck: MrzFieldSpan;
  readonly optional: MrzFieldSpan;
  /** Only TD3 gives the optional data a check digit of its own. */
  readonly optionalCheck: MrzFieldSpan | null;
  /** TD1 has a second optional field. */
  readonly optionalTwo: MrzFieldSpan | null;
  readonly compositeCheck: MrzFieldSpan;
  readonly compositeOver: readonly MrzSpan[];
}

function at(line: number, start: number, end: number, kind: MrzCharacterKind): MrzFieldSpan {
  return { line, start, end, kind };
}

/** What the layouts of two lines have in common: all but where they end. */
const twoLines = {
  documentCode: at(0, 0, 2, 'letter'),
  issuingState: at(0, 2, 5, 'letter'),
  documentNumber: at(1, 0, 9, 'any'),
  documentNumberCheck: at(1, 9, 10, 'digit'),
  nationality: at(1, 10, 13, 'letter'),
  birthDate: at(1, 13, 19, 'digit'),
  birthDateCheck: at(1, 19, 20, 'digit'),
  sex: at(1, 20, 21, 'letter'),
  expiryDate: at(1, 21, 27, 'digit'),
  expiryDateCheck: at(1, 27, 28, 'digit'),
};

/** ICAO 9303-5 §4.2 (TD1), -6 §4.2 (TD2), -4 §4.2 (TD3); positions count from 0, ends excluded. */
export const mrzLayouts: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1: {
    lines: 3,
    length: 30,
    documentCode: at(0, 0, 2, 'letter'),
    issuingState: at(0, 2, 5, 'letter'),
    documentNumber: at(0, 5, 14, 'any'),
    documentNumberCheck: at(0, 14, 15, 'digit'),
    optional: at(0, 15, 30, 'any'),
    birthDate: at(1, 0, 6, 'digit'),
    birthDateCheck: at(1, 6, 7, 'digit'),
    sex: at(1, 7, 8, 'letter'),
    expiryDate: at(1, 8, 14, 'digit'),
    expiryDateCheck: at(1, 14, 15, 'digit'),
    nationality: at(1, 15, 18, 'letter'),
    optionalTwo: at(1, 18, 29, 'any'),
    compositeCheck: at(1, 29, 30, 'digit'),
    names: at(2, 0, 30, 'letter'),
    optionalCheck: null,
    compositeOver: [
      { line: 0, start: 5, end: 30 },
      { line: 1, start: 0, end: 7 },
      { line: 1, start: 8, end: 15 },
      { line: 1, start: 18, end: 29 },
    ],
  },
  TD2: {
    lines: 2,
    length: 36,
    names: at(0, 5, 36, 'letter'),
    ...twoLines,
    optional: at(1, 28, 35, 'any'),
    optionalCheck: null,
    optionalTwo: null,
    compositeCheck: at(1, 35, 36, 'digit'),
    compositeOver: [
      { line: 1, start: 0, end: 10 },
      { line: 1, start: 13, end: 20 },
      { line: 1, start: 21, end: 35 },
    ],
  },
  TD3: {
    lines: 2,
    length: 44,
    names: at(0, 5, 44, 'letter'),
    ...twoLines,
    optional: at(1, 28, 42, 'any'),
    optionalCheck: at(1, 42, 43, 'digit'),
    optionalTwo: null,
    compositeCheck: at(1, 43, 44, 'digit'),
    compositeOver: [
      { line: 1, start: 0, end: 10 },
      { line: 1, start: 13, end: 20 },
      { line: 1, start: 21, end: 43 },
    ],
  },
};

/** Every field's span of a layout, in no particular order. */
export function fieldSpans(layout: MrzLayout): MrzFieldSpan[] {
  const { lines: _lines, length: _length, compositeOver: _over, ...fields } = layout;
  return Object.values(fields).filter((span) => span !== null);
}

export function textOf(lines: readonly string[], span: MrzSpan): string {
  return (lines[span.line] ?? '').slice(span.start, span.end);
}

/** The format whose line count and length these lines have; undefined when there is none. */
export function formatOfLines(lines: readonly string[]): MrzFormat | undefined {
  return mrzFormats.find((format) => {
    const layout = mrzLayouts[format];
    return lines.length === layout.lines && lines.every((line) => line.length === layout.length);
  });
}
