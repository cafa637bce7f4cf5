import type { Quad } from '../../../../../shared/images/homography';
import type { Raster } from '../../../../../shared/images/raster';
import type { DecodedText } from '../ocr/ctc-decode';
import { cutLine } from '../ocr/cut-line';
import { mrzLayouts } from '../mrz/mrz-format';
import { compareWithOcrB } from './compare-with-ocr-b';
import { glyphCells, type GlyphCell } from './glyph-cells';

/** What a zone's characters look like. */
export interface ZoneFont {
  /** 0–1: how alike they are to OCR-B, the font of every zone (ICAO 9303-3 §4.4). Null: cannot be told. */
  readonly ocrB: number | null;
}

/** A line of a zone as it was read, and where it stands. */
export interface PlacedLine {
  readonly quad: Quad;
  readonly read: DecodedText;
}

/** The recogniser's step along a line of the height it reads. */
const stepPx = 8;
/** Of one line length all: without a doubled or a dropped character the rest stand at equal pitch. */
const lineLengths = Object.values(mrzLayouts).map(({ length }) => length);
/** What the recogniser doubts may be another character: its form would prove nothing. */
const wellReadFrom = 0.9;
/** Zones in OCR-B came to 0.90 and more, drawn in other fonts to 0.875 at most (deploy/RECOGNITION.md). */
export const ocrBFrom = 0.88;
/** So alike are only zones in OCR-B, however blurred or small. */
const surelyFrom = 0.92;
/** Characters nearer to each other lose their form. */
const smallPitchPx = 12;

/**
 * Holds each well-read character of the lines against its form in OCR-B.
 * @param enlargedBy of the uploaded picture's pixels: enlarging brings no form back.
 */
export function zoneFont(
  picture: Raster,
  lines: readonly PlacedLine[],
  enlargedBy: number,
): ZoneFont {
  const compared = compareWithOcrB(lines.flatMap((line) => wellReadCells(picture, line)));
  if (compared === null) return { ocrB: null };
  const { likeness, smeared } = compared;
  const isUnclear = smeared || lines.some((line) => pitchPx(line) / enlargedBy < smallPitchPx);
  return { ocrB: isUnclear && likeness < surelyFrom ? null : likeness };
}

function pitchPx({ quad: [left, right], read }: PlacedLine): number {
  return Math.hypot(right.x - left.x, right.y - left.y) / Math.max(1, read.text.length);
}

function wellReadCells(picture: Raster, { quad, read }: PlacedLine): GlyphCell[] {
  if (!lineLengths.includes(read.text.length)) return [];
  const characters = Array.from(read.text).map((character, index) => ({
    character,
    x: ((read.steps[index] ?? 0) + 0.5) * stepPx,
  }));
  const cells = glyphCells(cutLine(picture, quad), characters) ?? [];
  return cells.filter((_, index) => (read.certainties[index] ?? 0) >= wellReadFrom);
}
