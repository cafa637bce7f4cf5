import { alongside, boxQuad, type TextBox } from './ocr/text-boxes';

/** A face's place on a page, in the page's own pixels. */
export interface FaceOnPage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Every document's front prints number, names, two days and what it is. */
const fewestRows = 4;
/**
 * A portrait is a minor part of a document: of a card's print, some 50 mm wide, a face that fills its portrait is
 * up to 29 (0.58 on pictures of the tuning set), and of a passport's page less.
 */
const largestPortrait = 0.62;
const sameDirectionRadians = 0.2;
/** How many boxes are tried for the direction of the print. */
const directions = 5;

/**
 * Whether a page looks like a document's: rows of print in one direction, and no face that takes up more of
 * it than a portrait does. A page without any face is not judged by it: `face_match` says so.
 */
export function looksLikeDocument(
  boxes: readonly TextBox[],
  faces: readonly FaceOnPage[],
): boolean {
  const widest = boxes.toSorted((a, b) => b.width - a.width).slice(0, directions);
  // The widest is not always print: the one that most others lie along tells the direction.
  const [rows] = widest.map((box) => rowsAlong(boxes, box)).sort((a, b) => b.length - a.length);
  if (rows === undefined || rows.length < fewestRows) return false;
  const [face] = faces.toSorted((a, b) => b.height - a.height);
  if (face === undefined) return true;
  const corners = rows.flatMap((row) => row.flatMap((box) => boxQuad(box, false)));
  const xs = [...corners.map(({ x }) => x), face.left, face.left + face.width];
  const ys = [...corners.map(({ y }) => y), face.top, face.top + face.height];
  const longSide = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  return face.height <= longSide * largestPortrait;
}

/** Boxes at one height, within half a line, are one row. */
function rowsAlong(boxes: readonly TextBox[], widest: TextBox): TextBox[][] {
  const { angle } = widest;
  const depth = ({ centre }: TextBox): number =>
    centre.y * Math.cos(angle) - centre.x * Math.sin(angle);
  const level = boxes
    .filter(({ width, height }) => width > height * 1.5)
    .map((box) => alongside(box, widest))
    .filter((box) => Math.abs(box.angle - angle) < sameDirectionRadians)
    .sort((a, b) => depth(a) - depth(b));
  const rows: TextBox[][] = [];
  for (const box of level) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row !== undefined && first !== undefined && depth(box) - depth(first) < first.height / 2) {
      row.push(box);
    } else rows.push([box]);
  }
  return rows;
}
