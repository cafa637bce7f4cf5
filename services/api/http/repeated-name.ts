/** Texts, and where objects and lists begin and end. */
const piece = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g;
const colon = /\s*:/y;

/** What is open: an object with the names it has so far, or a list. */
interface Open {
  readonly names: Set<string> | null;
  last: string;
}

/**
 * The path of a name that one object of this JSON has twice, or null. `JSON.parse` lets the last one win
 * without a word, and other parsers the first one (RFC 8259 §4): what was asked for is then not known.
 */
export function repeatedName(validJson: string): string | null {
  const open: Open[] = [];
  for (const { 0: text, index } of validJson.matchAll(piece)) {
    if (text === '{' || text === '[') {
      open.push({ names: text === '{' ? new Set() : null, last: '' });
    } else if (text === '}' || text === ']') {
      open.pop();
    } else {
      const inside = open.at(-1);
      colon.lastIndex = index + text.length;
      if (inside === undefined || inside.names === null || !colon.test(validJson)) continue;
      inside.last = nameIn(text);
      if (inside.names.has(inside.last)) return pathOf(open);
      inside.names.add(inside.last);
    }
  }
  return null;
}

/** As it is meant: `"\u0061"` is the name `a`. */
function nameIn(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

function pathOf(open: readonly Open[]): string {
  return open.flatMap(({ names, last }) => (names === null ? [] : [last])).join('.');
}
