import type { Raster } from '../../../../shared/images/raster';
import { chooseMrz, type ChosenMrz } from './mrz/choose-mrz';
import { holdsFrenchCard } from './mrz/french-card';
import { allCheckDigitsRight } from './mrz/parse-mrz';
import type { AlternativeMrz, RecognisedLine } from './mrz/repair-mrz';
import type { Alphabet, DecodedText } from './ocr/ctc-decode';
import type { LineRecogniser } from './ocr/line-recogniser';
import { turnBetween } from './ocr/line-direction';
import { alongside, boxQuad, type TextBox } from './ocr/text-boxes';
import { hasPrintBelow } from './print-beside';
import { zoneFont, type ZoneFont } from './zone-font/zone-font';

/** An MRZ line is 44 × 2.54 mm by some 4 mm, or 30 × 2.54 mm; visual fields are shorter. */
const minimumAspect = 9;
const maximumCandidates = 8;
const sameDirectionRadians = 0.14;

export interface ZoneReader {
  readonly recogniser: LineRecogniser;
  readonly alphabet: Alphabet;
  readonly today: string;
  /** How often the pixels of the uploaded page are in those of the picture. */
  readonly enlargedBy: number;
}

export type ZoneReading =
  | {
      readonly kind: 'zone';
      readonly mrz: ChosenMrz;
      readonly upsideDown: boolean;
      readonly steady: boolean;
      readonly certainty: number;
      readonly font: ZoneFont;
      /** Print goes on below it. */
      readonly otherPrint: boolean;
    }
  | { readonly kind: 'unreadable' }
  /** Readable, and of a layout that is no ICAO format. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'none' };

/** Picks the long lines among found text, turns them the right way up, reads and assembles them. */
export async function readZone(
  picture: Raster,
  boxes: readonly TextBox[],
  reader: ZoneReader,
  signal: AbortSignal | undefined,
): Promise<ZoneReading> {
  const candidates = longLines(boxes);
  const widest = candidates[0];
  if (widest === undefined) return { kind: 'none' };

  const read = async (box: TextBox, upsideDown: boolean): Promise<DecodedText> => {
    signal?.throwIfAborted();
    return reader.recogniser.read(picture, boxQuad(box, upsideDown), reader.alphabet);
  };
  const upsideDown = await isUpsideDown(candidates.slice(0, 2), read);
  const ordered = inReadingOrder(candidates, widest, upsideDown);
  const lines: DecodedText[] = [];
  for (const box of ordered) lines.push(await read(box, upsideDown));

  const mrz = chooseMrz(lines, reader.today);
  if (isUnsupported(mrz, lines)) return { kind: 'unsupported' };
  if (mrz === undefined) {
    return { kind: lines.some((line) => fillers(line) >= 5) ? 'unreadable' : 'none' };
  }
  const zoneBoxes = ordered.slice(mrz.from, mrz.from + mrz.lines.length);
  // A second look through a slightly different window tells a misprint from a misreading.
  const again: RecognisedLine[] = [];
  for (const box of zoneBoxes) {
    again.push(
      await read({ ...box, height: box.height * 1.15, width: box.width * 1.01 }, upsideDown),
    );
  }
  const agreed = agreement(mrz, chooseMrz(again, reader.today));
  const used = lines.slice(mrz.from, mrz.from + mrz.lines.length);
  const placed = zoneBoxes.flatMap((box, index) => {
    const line = used[index];
    return line === undefined ? [] : [{ quad: boxQuad(box, upsideDown), read: line }];
  });
  return {
    kind: 'zone',
    mrz: agreed ?? mrz,
    upsideDown,
    steady: agreed !== undefined,
    certainty: used.reduce((sum, line) => sum + meanCertainty(line), 0) / used.length,
    font: zoneFont(picture, placed, reader.enlargedBy),
    otherPrint: hasPrintBelow(boxes, zoneBoxes, upsideDown),
  };
}

/** A better reading by an ICAO format than by none stands: the old French card's lines have no such digits. */
function isUnsupported(mrz: ChosenMrz | undefined, lines: readonly RecognisedLine[]): boolean {
  return (
    (mrz === undefined || !allCheckDigitsRight(mrz.checkDigits)) &&
    holdsFrenchCard(lines.map(({ text }) => text))
  );
}

/** The readings that both looks admit, one seen as it stands before one that is only possible. */
function agreement(first: ChosenMrz, second: ChosenMrz | undefined): ChosenMrz | undefined {
  if (second === undefined) return undefined;
  const text = (mrz: AlternativeMrz): string => mrz.lines.join();
  const admitted = new Set([second, ...second.alternatives].map(text));
  const common = [first, ...first.alternatives].filter((mrz) => admitted.has(text(mrz)));
  const seen = common.find((mrz) => mrz === first || text(mrz) === text(second));
  return seen === undefined
    ? undefined
    : {
        ...seen,
        from: first.from,
        checkedCertainty: Math.min(first.checkedCertainty, second.checkedCertainty),
        alternatives: common.filter((mrz) => mrz !== seen),
      };
}

function longLines(boxes: readonly TextBox[]): TextBox[] {
  const long = boxes
    .filter((box) => box.width / box.height >= minimumAspect)
    .sort((a, b) => b.width - a.width)
    .slice(0, maximumCandidates);
  const [widest] = long;
  return widest === undefined
    ? []
    : long
        .filter((box) => turnBetween(box, widest) < sameDirectionRadians)
        .map((box) => alongside(box, widest));
}

async function isUpsideDown(
  lines: readonly TextBox[],
  read: (box: TextBox, upsideDown: boolean) => Promise<RecognisedLine>,
): Promise<boolean> {
  let upright = 0;
  let turned = 0;
  for (const line of lines) {
    const seen = await read(line, false);
    // Nothing upside down looks like this: the other way need not be tried.
    if (fillers(seen) >= 4 && meanCertainty(seen) > 0.9) return false;
    upright += likeness(seen);
    turned += likeness(await read(line, true));
  }
  return turned > upright;
}

/** Upside down a filler is no filler, and the certainties sink. */
function likeness(line: RecognisedLine): number {
  return meanCertainty(line) + fillers(line) / 10;
}

function meanCertainty(line: RecognisedLine): number {
  const sum = line.certainties.reduce((total, value) => total + value, 0);
  return sum / Math.max(1, line.text.length);
}

function fillers(line: RecognisedLine): number {
  return line.text.split('<').length - 1;
}

/** From top to bottom as one who reads would see it. */
function inReadingOrder(
  boxes: readonly TextBox[],
  widest: TextBox,
  upsideDown: boolean,
): TextBox[] {
  const angle = upsideDown ? widest.angle + Math.PI : widest.angle;
  const depth = (box: TextBox): number =>
    box.centre.y * Math.cos(angle) - box.centre.x * Math.sin(angle);
  return boxes.toSorted((a, b) => depth(a) - depth(b));
}
