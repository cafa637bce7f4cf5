import type { TextBox } from '../ocr/text-boxes';

/** zxing bears some two degrees; quarter turns it tries by itself. */
const besideDegrees = [0, 1, -1, 4, -4] as const;
const lineAspect = 3;

/**
 * How to turn a page so that its barcode lies level: as its longest line of print would, for both are
 * printed along the card's edge. Seen from the side the two are a little apart, hence the steps beside
 * it. Where a zone was read the barcode only confirms it, and is worth no more than the first look.
 */
export function barcodeTurns(boxes: readonly TextBox[], confirming: boolean): number[] {
  const [longest] = boxes
    .filter((box) => box.width / box.height > lineAspect)
    .toSorted((a, b) => b.width - a.width);
  const level = longest === undefined ? 0 : (-longest.angle * 180) / Math.PI;
  // A picture that is turned for nothing only loses sharpness.
  const first = Math.abs(level) < 1 ? 0 : level;
  return besideDegrees.slice(0, confirming ? 1 : undefined).map((step) => first + step);
}
