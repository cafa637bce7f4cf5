import type { NameQuality, WatchlistName } from '../../../shared/domain/watchlists/watchlist';

/** Of parts that the list keeps apart; null when all are empty. */
export function partedName(
  parts: { readonly given: string; readonly family: string },
  more: { readonly isAlias: boolean; readonly quality?: NameQuality },
): WatchlistName | null {
  const name = joined([parts.given, parts.family]);
  if (name === '') return null;
  return {
    name,
    given: parts.given === '' ? null : parts.given,
    family: parts.family === '' ? null : parts.family,
    isAlias: more.isAlias,
    quality: more.quality ?? 'strong',
  };
}

/** Of a name that the list prints whole. */
export function wholeName(
  name: string,
  more: { readonly isAlias: boolean; readonly quality?: NameQuality },
): WatchlistName | null {
  return name === ''
    ? null
    : { name, given: null, family: null, isAlias: more.isAlias, quality: more.quality ?? 'strong' };
}

export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

export function named(
  names: readonly (WatchlistName | null)[],
): readonly [WatchlistName, ...WatchlistName[]] | null {
  const [first, ...others] = names.filter((name) => name !== null);
  return first === undefined ? null : [first, ...others];
}

/** What is said several times is said once. */
export function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}
