import { foldName, foldNamePlainly, nameFoldings } from '../names/fold-name';
import { findingQuery, listedKeys } from './match/finding-query';
import type { WatchlistName } from './watchlist';

/** Of what is stored beside a name; a list that was loaded by another version is to be loaded again. */
export const keysVersion = '3';

/** A name in A–Z. */
export interface FoldedName {
  readonly folded: string;
  /** Without its middle names: the first and the family name only. */
  readonly isShortened: boolean;
}

export interface ListedNameKeys extends FoldedName {
  readonly keys: readonly string[];
}

/**
 * A printed name as it is compared and found: with and without the digraphs of a machine-readable zone
 * (MUELLER and MULLER), each with all names and with the first and the family name only.
 */
export function nameKeys(name: PartedName): readonly ListedNameKeys[] {
  const folds = /^\P{L}*(?:\p{Script=Latin}|\P{L})*$/u.test(name.name)
    ? (text: string) => [foldName(text), foldNamePlainly(text)]
    : nameFoldings;
  return foldedNames(name, folds).map((one) => ({ ...one, keys: listedKeys(one.folded) }));
}

/** All ways to write an asked name in A–Z, and what finds those that are written alike. */
export function askedNames(spelled: readonly string[]): {
  readonly names: readonly FoldedName[];
  readonly query: string | null;
} {
  const names = spelled.flatMap((name) =>
    foldedNames({ name, given: null, family: null }, nameFoldings),
  );
  const queries = names
    .filter(({ isShortened }) => !isShortened)
    .map(({ folded }) => findingQuery(folded));
  const found = [...new Set(queries.filter((query) => query !== null))];
  return { names: distinct(names), query: found.length === 0 ? null : found.join(' | ') };
}

type PartedName = Pick<WatchlistName, 'name' | 'given' | 'family'>;

function foldedNames(
  name: PartedName,
  folds: (text: string) => readonly string[],
): readonly FoldedName[] {
  return distinct([
    ...folds(name.name).map((folded) => ({ folded, isShortened: false })),
    ...shortened(name)
      .flatMap(folds)
      .map((folded) => ({ folded, isShortened: true })),
  ]);
}

/** Of one given name, or of a name of one or two words, there is nothing to leave out. */
function shortened({ name, given, family }: PartedName): readonly string[] {
  const words = (given ?? name).split(/[\s-]+/).filter((word) => word !== '');
  const [first] = words;
  const last = family ?? words.at(-1);
  const least = family === null ? 3 : 2;
  return first === undefined || last === undefined || words.length < least
    ? []
    : [`${first} ${last}`];
}

/** Of two that are written alike the first. */
function distinct(names: readonly FoldedName[]): readonly FoldedName[] {
  const first = new Map<string, FoldedName>();
  for (const name of names) {
    if (name.folded !== '' && !first.has(name.folded)) first.set(name.folded, name);
  }
  return [...first.values()];
}
