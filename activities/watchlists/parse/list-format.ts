import type { z } from 'zod';
import type { WatchlistEntry, WatchlistKind } from '../../../shared/domain/watchlists/watchlist';
import type { WatchlistSource } from '../../../shared/domain/watchlists/watchlist-source';
import { refused } from './refused';

/** How one publisher's file is built. */
export interface ListFormat {
  /** Paths of the elements that are read whole, one at a time. */
  readonly records: readonly string[];
  readonly repeated: readonly string[];
  /** Of these the attributes alone, when they open. */
  readonly attributesOf: readonly string[];
  /** For one file: keeps what must be known of it at its end. */
  readonly start: () => ListReading;
}

export interface ListReading {
  /** Null for what is no entry. */
  take(path: string, value: unknown): WatchlistEntry | null;
  /**
   * Given how many entries there were.
   *
   * @throws VerifaError watchlist_invalid when the publisher says otherwise, or it is another list
   */
  end(entries: number): { readonly publishedOn: string | null };
}

/** @throws VerifaError watchlist_invalid, naming the place */
export function record<S extends z.ZodType>(
  source: WatchlistSource,
  schema: S,
  value: unknown,
): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refused(source, parsed.error.issues[0]?.path.join('.') ?? 'structure');
}

/**
 * Only what the publisher's format knows as no person is none: a type that is new there is searched like
 * people until somebody has looked at it.
 */
export function kindOf(type: string, noPeople: readonly string[]): WatchlistKind {
  return noPeople.includes(type.toLowerCase()) ? 'entity' : 'person';
}
