import { foldName, foldNamePlainly } from '../names/fold-name';
import type { WatchlistName } from './watchlist';

/**
 * The keys a printed name is found by: with and without the digraphs of a machine-readable zone (MUELLER
 * and MULLER), each with all names and with the first and the family name only, since a trigram
 * similarity of 0.6 does not reach over a missing middle name. The words' order does not matter:
 * trigrams are of words, not of the text.
 */
export function nameKeys(
  name: Pick<WatchlistName, 'name' | 'given' | 'family'>,
): readonly string[] {
  return distinctKeys(
    [foldName, foldNamePlainly].flatMap((fold) => [fold(name.name), shortened(name, fold)]),
  );
}

function shortened(
  { name, given, family }: Pick<WatchlistName, 'name' | 'given' | 'family'>,
  fold: (text: string) => string,
): string {
  const words = fold(given ?? name).split(' ');
  const [first = ''] = words;
  const [last = ''] = family === null ? words.slice(-1) : [fold(family)];
  // Of one given name, or of a name of one word, there is nothing to leave out.
  return words.length < 2 || last === '' ? '' : `${first} ${last}`;
}

function distinctKeys(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key) => key !== ''))];
}
