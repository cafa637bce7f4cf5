import { turnBetween } from './ocr/line-direction';
import type { TextBox } from './ocr/text-boxes';

const sameDirectionRadians = 0.14;
const lineAspect = 4;
/** Fewer may be a word on the table. */
const fewestRows = 3;
/** No field of a licence is as long for its height: these are sentences. */
const sentenceAspect = 16;
const fewestSentences = 6;

/**
 * Whether print goes on below a machine-readable zone. A document ends there (ICAO 9303-3 §4: the zone lies along
 * the lower edge): what follows is another sheet's, on which the document is a copy.
 */
export function hasPrintBelow(
  boxes: readonly TextBox[],
  zone: readonly TextBox[],
  upsideDown: boolean,
): boolean {
  const last = zone.at(-1);
  if (last === undefined) return false;
  const angle = upsideDown ? last.angle + Math.PI : last.angle;
  const depth = ({ centre }: TextBox): number =>
    centre.y * Math.cos(angle) - centre.x * Math.sin(angle);
  const lines = boxes
    .filter(({ width, height }) => width >= height * lineAspect)
    .filter((box) => turnBetween(box, last) < sameDirectionRadians)
    .filter((box) => depth(box) > depth(last) + last.height * 1.2);
  return rowsOf(lines, depth) >= fewestRows;
}

/** Whether a page runs on in sentences, as no front of a licence does: a letter on which one is a copy. */
export function hasSentences(boxes: readonly TextBox[]): boolean {
  const long = boxes.filter(({ width, height }) => width >= height * sentenceAspect);
  const [first] = long;
  if (first === undefined) return false;
  const { angle } = first;
  const level = long.filter((box) => turnBetween(box, first) < sameDirectionRadians);
  return (
    rowsOf(level, ({ centre }) => centre.y * Math.cos(angle) - centre.x * Math.sin(angle)) >=
    fewestSentences
  );
}

/** Boxes at one height, within half a line, are one row. */
function rowsOf(lines: readonly TextBox[], depth: (box: TextBox) => number): number {
  let rows = 0;
  let reached = -Infinity;
  for (const line of lines.toSorted((a, b) => depth(a) - depth(b))) {
    if (depth(line) - reached < line.height / 2) continue;
    rows += 1;
    reached = depth(line);
  }
  return rows;
}
