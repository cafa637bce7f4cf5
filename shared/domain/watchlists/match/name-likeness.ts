import { heard, joinedWays, nameWords, type NameWord } from './name-words';
import { isOneSlip } from './one-slip';
import { soundDistance } from './sound-distance';

/** How many listed names have a word, as it is spelled. */
export type ListedNames = (word: string) => number;

/** Weights of the likeness, fitted on the tuning population (`npm run accuracy -- watchlists tuning`). */
const weights = {
  /** For each word that only the longer name has; one that lost its middle names is compared besides. */
  extraWord: 0.1,
  /** For a word of three or more that differs altogether. */
  otherWord: 0.12,
  /** For each side that is compared without its middle names. */
  shortened: 0.02,
  initial: 0.04,
  /** One word says too little of a name of several. */
  lonely: 0.5,
  /** Of a word's distance: over 1, one great difference counts more than several small ones. */
  power: 2,
  shortestWord: 4,
  /**
   * A word that is on no list and yet near to a listed one is more likely a misspelling of it; one that many
   * listed people bear is more likely a name of its own (AHMAD is not HAMAD). By how many bear it.
   */
  known: [
    { fewerThan: 1, factor: 0.6 },
    { fewerThan: 10, factor: 1 },
    { fewerThan: 100, factor: 1.5 },
    { fewerThan: Infinity, factor: 2 },
  ],
  /** And one that is on no list and a single slip of the pen away from a listed one most likely is that. */
  slip: 0.3,
} as const;

type Way = readonly NameWord[];

/** A folded name, ready to be compared with many. */
export interface ComparedName {
  /** Whether its middle names are left out. */
  readonly isShortened: boolean;
  readonly way: Way;
  /** With two neighbours as one word. */
  readonly joined: readonly Way[];
}

export function comparedName(folded: string, isShortened: boolean): ComparedName {
  return {
    isShortened,
    way: nameWords(folded).map(heard),
    joined: joinedWays(folded).map((way) => way.map(heard)),
  };
}

/**
 * How alike an asked name is to a listed one, 0–1; 1 only for the same words, in whatever order, of both
 * names whole. Each word
 * of the shorter name is put beside another of the longer one, so that the whole differs least. Words that
 * one side writes as one are compared as one.
 */
export function nameLikeness(
  asked: ComparedName,
  listed: ComparedName,
  listedNames: ListedNames,
): number {
  const pairs: (readonly [Way, Way])[] = [[asked.way, listed.way]];
  for (const way of asked.joined)
    if (way.length >= listed.way.length) pairs.push([way, listed.way]);
  for (const way of listed.joined) if (way.length >= asked.way.length) pairs.push([asked.way, way]);
  const distances = pairs.map(([mine, theirs]) => wayDistance(mine, theirs, listedNames));
  const shortened = Number(asked.isShortened) + Number(listed.isShortened);
  return Math.max(0, 1 - Math.min(...distances) - shortened * weights.shortened);
}

function wayDistance(asked: Way, listed: Way, listedNames: ListedNames): number {
  const isFewer = asked.length <= listed.length;
  const [few, many] = isFewer ? [asked, listed] : [listed, asked];
  if (few.length === 0) return 1;
  const pairs = few.map((one) =>
    many.map((other) =>
      isFewer ? wordDistance(one, other, listedNames) : wordDistance(other, one, listedNames),
    ),
  );
  const sizes = few.map(({ sounds }) => sounds.length);
  return leastDistance(pairs, sizes, many.length);
}

function wordDistance(asked: NameWord, listed: NameWord, listedNames: ListedNames): number {
  if (asked.letters === listed.letters) return 0;
  const [a, b] = [asked.sounds, listed.sounds];
  if ((asked.letters.length === 1 || listed.letters.length === 1) && a.charAt(0) === b.charAt(0)) {
    return weights.initial;
  }
  const length = Math.max(weights.shortestWord, (a.length + b.length) / 2);
  const bearers = listedNames(asked.letters);
  const factor =
    bearers === 0 && isOneSlip(asked.letters, listed.letters)
      ? weights.slip
      : (weights.known.find(({ fewerThan }) => bearers < fewerThan)?.factor ?? 1);
  return Math.min(1, (factor * soundDistance(a, b)) / length);
}

/** Over all ways to give each word of the shorter name one of the longer; one may go without. */
function leastDistance(
  pairs: readonly (readonly number[])[],
  sizes: readonly number[],
  many: number,
): number {
  const few = pairs.length;
  const fixed = (many - few) * weights.extraWord + (few === 1 && many > 1 ? weights.lonely : 0);
  let least = 1;
  const walk = (at: number, used: number, sum: number, weight: number, skipped: boolean): void => {
    if (at === few) {
      const whole = (sum / weight) ** (1 / weights.power) + fixed;
      least = Math.min(least, whole + (skipped ? weights.otherWord : 0));
      return;
    }
    const size = sizes[at] ?? 1;
    for (let other = 0; other < many; other += 1) {
      if ((used & (1 << other)) !== 0) continue;
      const distance = (pairs[at]?.[other] ?? 1) ** weights.power;
      walk(at + 1, used | (1 << other), sum + size * distance, weight + size, skipped);
    }
    if (!skipped && few > 2) walk(at + 1, used, sum, weight, true);
  };
  walk(0, 0, 0, 0, false);
  return least;
}
