import type { Alphabet } from '../document/ocr/ctc-decode';

/** Letters of the Latin script with their marks, digits, and the marks that letters and bills use. */
const admitted = /^[\p{Script=Latin}0-9 .,:;/\-–'’&()+#@%°º€$£"!?*_]$/u;
/** Full-width forms of East Asian print, which the recogniser knows beside the common ones. */
const fullWidth = /[\uff00-\uffef]/;

/** What of the recogniser's dictionary a letter in Latin script may hold: no look-alikes of others. */
export function latinAlphabet(dictionary: readonly string[]): Alphabet {
  const classes: number[] = [];
  const characters: string[] = [];
  dictionary.forEach((character, index) => {
    if (!admitted.test(character) || fullWidth.test(character)) return;
    classes.push(index);
    characters.push(character);
  });
  return { classes, characters };
}
