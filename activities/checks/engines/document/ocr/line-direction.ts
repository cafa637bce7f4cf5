import type { TextBox } from './text-boxes';

/** Shorter boxes are single letters, or no text at all: their direction is chance. */
const leastAspect = 3;
const sameDirectionRadians = 0.2;
/** How many boxes are tried. */
const tried = 5;

/**
 * The widest box of those that most of the print lies along. The widest of all may be a portrait, which the finder
 * takes for text now and then: a page was turned to its side by it.
 */
export function directingBox(boxes: readonly TextBox[]): TextBox | undefined {
  const lines = boxes.filter(({ width, height }) => width >= height * leastAspect);
  const along = (box: TextBox): number =>
    lines.filter((other) => turnBetween(box, other) < sameDirectionRadians).length;
  const [chosen] = lines
    .toSorted((a, b) => b.width - a.width)
    .slice(0, tried)
    .map((box) => ({ box, others: along(box) }))
    .sort((a, b) => b.others - a.others);
  return chosen?.box ?? boxes.toSorted((a, b) => b.width - a.width)[0];
}

/** Angles of text are known up to half a turn. */
export function turnBetween(a: TextBox, b: TextBox): number {
  const turn = Math.abs(a.angle - b.angle) % Math.PI;
  return Math.min(turn, Math.PI - turn);
}
