import type { Raster } from '../../../../shared/images/raster';
import type { Alphabet } from '../document/ocr/ctc-decode';
import type { LineRecogniser } from '../document/ocr/line-recogniser';
import { boxQuad, type TextBox } from '../document/ocr/text-boxes';
import type { PrintedRow, PrintedText } from './printed-text';

/** Name, address and date stand on the upper part of a letter; its small print is not worth the time. */
const maximumBoxes = 60;
const minimumCertainty = 0.6;

interface TextReader {
  readonly recogniser: LineRecogniser;
  readonly alphabet: Alphabet;
}

interface ReadBox {
  readonly text: string;
  readonly certainty: number;
}

/** Along and across the lines of the page, whichever way it lies. */
interface PlacedBox {
  readonly box: TextBox;
  readonly along: number;
  readonly down: number;
}

/** All print of a page, row by row. */
export async function readPrintedText(
  picture: Raster,
  boxes: readonly TextBox[],
  { recogniser, alphabet }: TextReader,
  signal?: AbortSignal,
): Promise<PrintedText> {
  const lines = alignedBoxes(boxes.filter((box) => box.width > box.height));
  const read = async (box: TextBox, upsideDown: boolean): Promise<ReadBox> => {
    signal?.throwIfAborted();
    const line = await recogniser.read(picture, boxQuad(box, upsideDown), alphabet);
    const sum = line.certainties.reduce((total, value) => total + value, 0);
    return { text: line.text.trim(), certainty: sum / Math.max(1, line.certainties.length) };
  };
  const upsideDown = await isUpsideDown(lines, read);
  const placed = inReadingOrder(lines, upsideDown);
  const rows: PrintedRow[] = [];
  let left = maximumBoxes;
  for (const row of placed) {
    const parts: ReadBox[] = [];
    for (const { box } of row.slice(0, left)) {
      const part = await read(box, upsideDown);
      if (part.certainty >= minimumCertainty && part.text !== '') parts.push(part);
    }
    left -= row.length;
    if (parts.length > 0) {
      rows.push({
        text: parts.map(({ text }) => text).join(' '),
        certainty: parts.reduce((sum, { certainty }) => sum + certainty, 0) / parts.length,
      });
    }
    if (left <= 0) break;
  }
  return { rows };
}

/** The longest lines, both ways: what is upside down is read with less certainty. */
async function isUpsideDown(
  boxes: readonly TextBox[],
  read: (box: TextBox, upsideDown: boolean) => Promise<ReadBox>,
): Promise<boolean> {
  const longest = [...boxes].sort((a, b) => b.width - a.width).slice(0, 3);
  let [upright, turned] = [0, 0];
  for (const box of longest) {
    upright += (await read(box, false)).certainty;
    turned += (await read(box, true)).certainty;
  }
  return turned > upright;
}

/**
 * All boxes with the longest one's direction: of a page that lies on its side some would point up and some
 * down, by a hair.
 */
function alignedBoxes(boxes: readonly TextBox[]): TextBox[] {
  const [longest] = [...boxes].sort((a, b) => b.width - a.width);
  if (longest === undefined) return [];
  return boxes.map((box) => {
    const apart = box.angle - longest.angle;
    if (Math.abs(apart) <= Math.PI / 2) return box;
    return { ...box, angle: box.angle - Math.sign(apart) * Math.PI };
  });
}

/** Rows from the top, each from the left: boxes at one height, within half a line, are one row. */
function inReadingOrder(boxes: readonly TextBox[], upsideDown: boolean): PlacedBox[][] {
  const angles = boxes.map(({ angle }) => angle).sort((a, b) => a - b);
  const angle = (angles[Math.floor(angles.length / 2)] ?? 0) + (upsideDown ? Math.PI : 0);
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const placed = boxes
    .map((box) => ({
      box,
      along: box.centre.x * cosine + box.centre.y * sine,
      down: box.centre.y * cosine - box.centre.x * sine,
    }))
    .sort((a, b) => a.down - b.down);
  const rows: PlacedBox[][] = [];
  for (const item of placed) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && item.down - first.down < first.box.height / 2) {
      row.push(item);
    } else rows.push([item]);
  }
  return rows.map((row) => row.sort((a, b) => a.along - b.along));
}
