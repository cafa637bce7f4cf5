import type { BirthRange } from './birth-range';

/** Ships, aircraft and organisations are all `entity`: nobody's name is searched among them. */
export type WatchlistKind = 'person' | 'entity';

/** `weak`: the publisher itself warns of chance matches. */
export type NameQuality = 'strong' | 'weak';

export interface WatchlistName {
  /** As printed, given names first where the list parts them. */
  readonly name: string;
  /** Null where the list does not part them. */
  readonly given: string | null;
  readonly family: string | null;
  readonly isAlias: boolean;
  readonly quality: NameQuality;
}

export interface WatchlistEntry {
  /** The publisher's. */
  readonly entryId: string;
  readonly kind: WatchlistKind;
  readonly names: readonly [WatchlistName, ...WatchlistName[]];
  readonly programs: readonly string[];
  /** Empty: unknown. */
  readonly births: readonly BirthRange[];
  readonly countries: readonly string[];
}
