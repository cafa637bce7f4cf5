import type { WatchlistHit } from '../../../../activities/watchlists/search-watchlists';
import { strangers, type ListedPerson } from './made-up-list';
import { nameVariants } from './name-variants';
import type { PopulationName, Spelt } from './population';
import { randomFrom } from './random';
import type { SearchBench } from './search-bench';

/** 0.6 is the default; the lowest comes first, what it finds holds for the others. */
export const thresholds = [0.5, 0.6, 0.7] as const;

/** How many of `tried` were found, or raised an alarm, at each threshold; and how many hits that was. */
export interface Measured {
  readonly what: string;
  readonly tried: number;
  readonly found: readonly number[];
  readonly hits: readonly number[];
}

export interface Wish {
  readonly of: PopulationName;
  readonly seed: number;
  readonly asked: number;
  readonly strangers: number;
}

type Search = (name: Spelt, birth: string | null) => Promise<readonly WatchlistHit[]>;

/** Listed people under another spelling, by kind, and the romanised ones by tradition too. */
export async function measureRecall(
  bench: SearchBench,
  listed: readonly ListedPerson[],
  wish: Wish,
): Promise<readonly Measured[]> {
  const search: Search = (name, birth) => bench.search(name, birth, thresholds[0]);
  const rows: Measured[] = [];
  for (const [kind, vary] of Object.entries(nameVariants)) {
    const random = randomFrom(wish.seed);
    const counts = new Counts();
    const start = Math.floor(random() * listed.length);
    // A stride that is no divisor spreads them over the whole list, whatever its order.
    for (let step = 0; step < listed.length && counts.tried('') < wish.asked; step += 1) {
      const person = listed[(start + step * 7_919) % listed.length];
      const spelt = person === undefined ? null : vary(person, random);
      if (person === undefined || spelt === null) continue;
      const hits = await search(spelt, person.dateOfBirth);
      const own = hits.filter(({ entryId }) => entryId === person.entryId);
      counts.add('', own);
      if (kind.includes('romanised')) counts.add(`, ${person.tradition.name}`, own);
    }
    rows.push(...counts.rows(kind));
  }
  return rows;
}

const groups = [
  { kind: 'listed', whose: "of the list's countries" },
  { kind: 'customer', whose: "of the customers' countries" },
  { kind: 'elsewhere', whose: 'of other countries' },
] as const;

/** People who are not listed. Namesakes are among them, as in life. */
export async function measureAlarms(bench: SearchBench, wish: Wish): Promise<readonly Measured[]> {
  const rows: Measured[] = [];
  for (const { kind, whose } of groups) {
    const people = strangers(wish.of, kind, { size: wish.strangers, seed: wish.seed + 1 });
    for (const isBirthKnown of [true, false]) {
      const counts = new Counts();
      for (const { name, dateOfBirth } of people) {
        const birth = isBirthKnown ? dateOfBirth : null;
        counts.add('', await bench.search(name, birth, thresholds[0]));
      }
      rows.push(...counts.rows(`${whose}, birth ${isBirthKnown ? 'known' : 'unknown'}`));
    }
  }
  return rows;
}

class Counts {
  readonly #by = new Map<string, { tried: number; found: number[]; hits: number[] }>();

  tried(key: string): number {
    return this.#by.get(key)?.tried ?? 0;
  }

  add(key: string, hits: readonly WatchlistHit[]): void {
    const zero = (): number[] => thresholds.map(() => 0);
    const count = this.#by.get(key) ?? { tried: 0, found: zero(), hits: zero() };
    this.#by.set(key, count);
    count.tried += 1;
    for (const [at, threshold] of thresholds.entries()) {
      const over = hits.filter(({ similarity }) => similarity >= threshold).length;
      count.hits[at] = (count.hits[at] ?? 0) + over;
      count.found[at] = (count.found[at] ?? 0) + Math.min(over, 1);
    }
  }

  rows(name: string): readonly Measured[] {
    return [...this.#by].map(([key, count]) => ({ what: `${name}${key}`, ...count }));
  }
}
