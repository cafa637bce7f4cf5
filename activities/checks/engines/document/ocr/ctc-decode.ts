/** Classes of a recogniser that may be read, and as which character; class 0 is CTC's blank. */
export interface Alphabet {
  readonly classes: readonly number[];
  readonly characters: readonly string[];
}

export interface DecodedText {
  readonly text: string;
  /** 0–1 for every character: the share of the winning class among those admitted. */
  readonly certainties: readonly number[];
  /** Time step of every character, for its place along the line. */
  readonly steps: readonly number[];
}

export const mrzCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';
/** Small letters of the same shape, which the recogniser may prefer to the capital. */
const sameShape = 'cosuvwxzk';

/** Which classes of the recogniser's dictionary stand for MRZ characters. */
export function mrzAlphabet(dictionary: readonly string[]): Alphabet {
  const classes: number[] = [];
  const characters: string[] = [];
  dictionary.forEach((character, index) => {
    const read = sameShape.includes(character) ? character.toUpperCase() : character;
    if (character.length !== 1 || !mrzCharacters.includes(read)) return;
    classes.push(index);
    characters.push(read);
  });
  return { classes, characters };
}

/**
 * Greedy CTC decoding over the admitted classes and the blank only: what the network holds for
 * everything else (it likes Greek capitals) is left out before the best is chosen.
 */
export function decodeCtc(
  scores: Float32Array,
  steps: number,
  classCount: number,
  alphabet: Alphabet,
): DecodedText {
  let text = '';
  const certainties: number[] = [];
  const places: number[] = [];
  let previous = -1;
  for (let step = 0; step < steps; step += 1) {
    const offset = step * classCount;
    const blank = scores[offset] ?? 0;
    let best = -1;
    let bestScore = 0;
    let sum = 0;
    alphabet.classes.forEach((admitted, index) => {
      const score = scores[offset + admitted] ?? 0;
      sum += score;
      if (score > bestScore) {
        bestScore = score;
        best = index;
      }
    });
    if (blank >= bestScore || best === -1) {
      previous = -1;
      continue;
    }
    const character = alphabet.characters[best] ?? '';
    const certainty = bestScore / sum;
    const last = certainties.length - 1;
    if (best === previous) {
      certainties[last] = Math.max(certainties[last] ?? 0, certainty);
    } else {
      text += character;
      certainties.push(certainty);
      places.push(step);
    }
    previous = best;
  }
  return { text, certainties, steps: places };
}
