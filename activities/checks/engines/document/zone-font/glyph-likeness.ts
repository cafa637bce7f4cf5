import { cellHeight, cellWidth } from './glyph-cells';

/** How often softened along the line and across it: pictures are out of focus, small, or moved one way. */
const blurs = [
  { along: 0, across: 0 },
  { along: 1, across: 1 },
  { along: 3, across: 3 },
  { along: 6, across: 6 },
  { along: 2, across: 0 },
  { along: 5, across: 0 },
  { along: 0, across: 2 },
  { along: 0, across: 5 },
] as const;
/** Forms softened that much differ too little between fonts. */
const smearedFrom = 5;
const shifts = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** One character in one look: its views differ by where exactly it was cut out. */
export interface GlyphLook {
  readonly smeared: boolean;
  readonly views: readonly Float32Array[];
}

/** One character as drawn, in every blur, always in the same order. */
export function glyphLooks(ink: Float32Array): readonly GlyphLook[] {
  return blurs.map(({ along, across }) => {
    let blurred = ink;
    for (let round = 0; round < along; round += 1) blurred = softened(blurred, 1, 0);
    for (let round = 0; round < across; round += 1) blurred = softened(blurred, 0, 1);
    return {
      smeared: Math.max(along, across) >= smearedFrom,
      views: shifts.map(([dx, dy]) => unit(moved(blurred, dx, dy))),
    };
  });
}

/** −1 to 1: the correlation with the view that fits best; paper, ink and light do not count. */
export function glyphLikeness(ink: Float32Array, { views }: Pick<GlyphLook, 'views'>): number {
  const seen = unit(ink);
  return Math.max(...views.map((view) => product(seen, view)));
}

/** With mean 0 and length 1. */
function unit(ink: Float32Array): Float32Array {
  const mean = ink.reduce((sum, value) => sum + value, 0) / ink.length;
  const centred = ink.map((value) => value - mean);
  const length = Math.sqrt(product(centred, centred));
  return length === 0 ? centred : centred.map((value) => value / length);
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function moved(ink: Float32Array, dx: number, dy: number): Float32Array {
  return ink.map((_, index) => inkAt(ink, column(index) - dx, row(index) - dy));
}

/** Binomial, 1-2-1 in one direction. */
function softened(ink: Float32Array, dx: number, dy: number): Float32Array {
  return ink.map((value, index) => {
    const [x, y] = [column(index), row(index)];
    return (inkAt(ink, x - dx, y - dy) + 2 * value + inkAt(ink, x + dx, y + dy)) / 4;
  });
}

function column(index: number): number {
  return index % cellWidth;
}

function row(index: number): number {
  return Math.floor(index / cellWidth);
}

/** Beyond the edge the edge goes on. */
function inkAt(ink: Float32Array, x: number, y: number): number {
  const inside = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value));
  return ink[inside(y, cellHeight) * cellWidth + inside(x, cellWidth)] ?? 0;
}
