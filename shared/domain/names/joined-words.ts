/** ABD AL RAHMAN AL and the like; longer runs are names of their own. */
const longestRun = 4;

/**
 * Two names in words, with those joined that the other side writes as one: AL HARBI where the other has
 * ALHARBI, DE LA CRUZ where it has DELACRUZ or DELA CRUZ, JEAN PIERRE where it has JEANPIERRE.
 */
export function joinedAlike(
  a: readonly string[],
  b: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const mine = joined(a, new Set(b));
  return [mine, joined(b, new Set(mine))];
}

function joined(words: readonly string[], wanted: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const length = runLength(words.slice(at, at + longestRun), wanted);
    found.push(words.slice(at, at + length).join(''));
    at += length;
  }
  return found;
}

/** Of the longest run from the first word on that is one word elsewhere; 1 when there is none. */
function runLength(words: readonly string[], wanted: ReadonlySet<string>): number {
  for (let length = words.length; length > 1; length -= 1) {
    if (wanted.has(words.slice(0, length).join(''))) return length;
  }
  return 1;
}
