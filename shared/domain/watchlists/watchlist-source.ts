/** The lists whose published files are understood (`4-verification.md`). */
export const watchlistSources = ['ofac_sdn', 'eu', 'un', 'uk'] as const;
export type WatchlistSource = (typeof watchlistSources)[number];

export function isWatchlistSource(value: string): value is WatchlistSource {
  return watchlistSources.some((source) => source === value);
}
