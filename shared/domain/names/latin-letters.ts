/**
 * The letters for which ICAO 9303-3 §6 A leaves an issuer the choice, the usual one first. `Đ` is D by the
 * table and DJ in Serbian and Bosnian passports; of all other letters the mark is left out.
 */
const choices: Readonly<Record<string, readonly string[]>> = {
  Ä: ['AE', 'A'],
  Å: ['AA', 'A'],
  Ñ: ['N', 'NXX'],
  Ö: ['OE', 'O'],
  Ø: ['OE', 'O'],
  Ü: ['UE', 'U', 'UXX'],
  Đ: ['D', 'DJ'],
};

/** Letters that are written in one way, and that any-ascii would write otherwise or leaves marked. */
const fixed: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  ẞ: 'SS',
  Þ: 'TH',
  Ð: 'D',
  Ŋ: 'N',
  Ə: 'E',
};

/** More than any name has; a text of all letters is no name. */
const mostWritings = 32;

/** By the usual choice for each letter. */
export function latinWriting(capitals: string): string {
  return written(capitals, (letter) => choices[letter]?.[0]);
}

/** By every choice; a state writes one letter in one way, so each is the same all through a name. */
export function latinWritings(capitals: string): readonly string[] {
  const present = Object.entries(choices).filter(([letter]) => capitals.includes(letter));
  let picks: ReadonlyMap<string, string>[] = [new Map()];
  for (const [letter, ways] of present) {
    picks = picks.flatMap((pick) => ways.map((way) => new Map(pick).set(letter, way)));
  }
  return picks
    .slice(0, mostWritings)
    .map((pick) => written(capitals, (letter) => pick.get(letter)));
}

function written(capitals: string, choice: (letter: string) => string | undefined): string {
  return Array.from(capitals, (letter) => choice(letter) ?? fixed[letter] ?? letter).join('');
}
