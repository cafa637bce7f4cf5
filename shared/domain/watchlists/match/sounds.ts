/**
 * What is written as several letters and said as one sound, in the romanisations of the languages that
 * lists are full of: BGN/PCGN, ALA-LC, ISO 9 and scholarly ones, the French and the English ways of
 * Arabic and Persian, pinyin and Wade–Giles, Revised and McCune–Reischauer. The longest first; where a
 * letter has two values (J, C, X, Q) it keeps a sound of its own that is near to both.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/g, '$1'],
  [/SCHTSCH|SHTCH|SHCH|STCH/g, '$$'],
  [/TSCH|TCH|CZ|CH/g, 'c'],
  [/SCH|SH|SZ|HS/g, '$$'],
  [/DZH|DJ|ZH|DZ/g, 'j'],
  [/TS|TZ/g, '4'],
  [/KH/g, 'h'],
  [/GH/g, 'g'],
  [/PH/g, 'f'],
  [/TH/g, 't'],
  [/DH/g, 'd'],
  [/CK/g, 'k'],
  [/(?<=^|[NG])X/g, 'x'],
  [/X/g, 'ks'],
  [/QU?/g, 'q'],
  [/C(?=[EIY])/g, 's'],
  [/C/g, '5'],
  [/OU(?=[AEIO])/g, 'v'],
  [/OU|OO/g, 'u'],
  [/AU|AOU|AW|OW/g, 'o'],
  [/(?:EI|EY|EJ|IY|IJ|YI|IE|EE)(?![AEIOU])/g, 'i'],
  [/(?:AI|AY|AJ|AE)(?![AEIOU])/g, 'e'],
  [/[YI](?=[AEIOUaeiou])/g, 'y'],
  [/Y/g, 'i'],
  [/W/g, 'v'],
];

/** A word of A–Z as sounds: a letter each, of which some are near to each other. */
export function soundsOf(word: string): string {
  const said = spellings.reduce((text, [from, to]) => text.replace(from, to), word);
  return said.replace(/[A-Z]/g, asItIs).replace(/(.)\1+/g, '$1');
}

function asItIs(letter: string): string {
  return letter === 'J' ? letter : letter.toLowerCase();
}
