import { joinedKeysOf, keysOf } from './finding-keys';
import { joinedWays, leadingParticle, nameWords } from './name-words';

/** Goes with the keys of a name of one word, which is found by that word alone. */
const ofOneWord = '1';
/** And of two, which may stand as one elsewhere. */
const ofTwoWords = '2';

/** What a listed name is found by: lexemes of a text-search vector. */
export function listedKeys(folded: string): readonly string[] {
  const words = nameWords(folded);
  const keys = new Set([
    ...words.flatMap(keysOf),
    ...joinedWords(folded, words).flatMap(joinedKeysOf),
    ...(words.length === 1 ? [ofOneWord] : []),
    ...(words.length === 2 ? [ofTwoWords] : []),
  ]);
  keys.delete('');
  return [...keys];
}

/**
 * The text-search query for an asked name: any two of its words together, each by any of its keys. A name
 * of one word is found among such names, and among those that part it in two. A particle that the name begins
 * with may be the given name of somebody whose other names are initials: listed names keep it only then.
 */
export function findingQuery(folded: string): string | null {
  const words = nameWords(folded);
  const joined = joinedWords(folded, words);
  const units = [
    ...words.map((word) => anyOf(keysOf(word))),
    ...joined.map((word) => anyOf(joinedKeysOf(word))),
  ];
  const [only] = units;
  if (only === undefined) return null;
  if (words.length === 1) {
    const parted = words.map((word) => anyOf(joinedKeysOf(word))).join(' | ');
    return `('${ofOneWord}' & ${only}) | ('${ofTwoWords}' & ${parted})`;
  }
  const leading = leadingParticle(folded);
  const besides =
    leading === null ? [] : units.map((unit) => `('${leading.toLowerCase()}' & ${unit})`);
  const pairs = units
    .slice(0, -1)
    .map((one, at) => `(${one} & (${units.slice(at + 1).join(' | ')}))`);
  const whole =
    words.length === 2
      ? joined.map((word) => `('${ofOneWord}' & ${anyOf(joinedKeysOf(word))})`)
      : [];
  return [...pairs, ...besides, ...whole].join(' | ');
}

/** The words that stand there only when two neighbours are joined. */
function joinedWords(folded: string, words: readonly string[]): readonly string[] {
  const single = new Set(words);
  return [...new Set(joinedWays(folded).flat())].filter((word) => !single.has(word));
}

/** Keys are of letters, digits and `$`: nothing in them ends a quoted lexeme. */
function anyOf(keys: readonly string[]): string {
  return `(${keys
    .filter((key) => key !== '')
    .map((key) => `'${key}'`)
    .join(' | ')})`;
}
