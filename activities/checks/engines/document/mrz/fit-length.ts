import type { RecognisedLine } from './repair-mrz';

/** A longer or shorter line than this was not misread in its filler only. */
const maximumDifference = 4;

/**
 * Brings a line to its format's length by its fillers: in a long run of `<` the recogniser may drop
 * or double one, and nothing else is ever added or taken away. A wrong guess cannot pass unseen,
 * because every digit behind the run would be read at the wrong place.
 */
export function fitLength(line: RecognisedLine, length: number): RecognisedLine | undefined {
  const difference = length - line.text.length;
  if (difference === 0) return line;
  if (Math.abs(difference) > maximumDifference) return undefined;
  const run = longestFillerRun(line.text);
  if (run.length < 3 || run.length + difference < 2) return undefined;
  const end = run.start + run.length;
  const filler = Math.max(0, difference);
  const kept = difference < 0 ? end + difference : end;
  return {
    text: line.text.slice(0, kept) + '<'.repeat(filler) + line.text.slice(end),
    certainties: [
      ...line.certainties.slice(0, kept),
      ...Array.from({ length: filler }, () => 0.5),
      ...line.certainties.slice(end),
    ],
  };
}

function longestFillerRun(text: string): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (const match of text.matchAll(/<+/g)) {
    if (match[0].length > best.length) best = { start: match.index, length: match[0].length };
  }
  return best;
}
