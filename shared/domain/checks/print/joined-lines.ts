import type { PrintedLine } from './printed-line';

/** Words of one line stand nearer to each other than this, in heights of the line; columns do not. */
const farthestApart = 0.9;
const sameRow = 0.45;

/** Lines whose words were found one by one, as on a page askew, put together again: `15` and `DEC 2003`. */
export function joinedLines(lines: readonly PrintedLine[]): PrintedLine[] {
  const joined: PrintedLine[] = [];
  for (const line of lines.toSorted((a, b) => a.left - b.left)) {
    const at = joined.findIndex((other) => isNext(other, line));
    const before = joined[at];
    if (before === undefined) joined.push(line);
    else joined[at] = together(before, line);
  }
  return joined;
}

function isNext(line: PrintedLine, next: PrintedLine): boolean {
  const height = Math.max(line.height, next.height);
  const gap = next.left - (line.left + line.width);
  return (
    Math.abs(next.down - line.down) < height * sameRow &&
    gap < height * farthestApart &&
    gap > -height * farthestApart
  );
}

function together(line: PrintedLine, next: PrintedLine): PrintedLine {
  return {
    text: `${line.text} ${next.text}`,
    certainties: [...line.certainties, 1, ...next.certainties],
    left: line.left,
    width: next.left + next.width - line.left,
    down: (line.down + next.down) / 2,
    height: Math.max(line.height, next.height),
  };
}
