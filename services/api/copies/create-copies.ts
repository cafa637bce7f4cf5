import type { OrganizationId } from '../../../shared/domain/ids';
import type { Changes } from './follow-changes';

/** Rows that were read, and whose they are. */
export interface Found<T> {
  readonly organizationId: OrganizationId;
  readonly value: T;
}

/** Copies of rows that are read by nearly every request and change once a month. */
export interface Copies<T> {
  /** The copy if it is as good as the row, else what `load` finds; of what is not there nothing is kept. */
  read(key: string, load: () => Promise<Found<T> | undefined>): Promise<T | undefined>;
}

export interface CopiesOptions {
  /** Copies are forgotten after this long, changed or not. Default 10 s. */
  readonly keptMs?: number;
  /** Default 5,000. */
  readonly most?: number;
}

interface Copy<T> extends Found<T> {
  readonly untilMs: number;
}

/**
 * A copy is used only when every change committed before the question is known, so that nobody is answered
 * by a row as it was. While that cannot be told each question is one to the database.
 */
export function createCopies<T>(
  changes: Changes,
  { keptMs = 10_000, most = 5_000 }: CopiesOptions = {},
): Copies<T> {
  const copies = new Map<string, Copy<T>>();
  const loading = new Map<string, Promise<T | undefined>>();
  let heard = 0;

  changes.add({
    onChange(organizationId) {
      heard += 1;
      // What is being read may be the row as it was: nobody who asks from now on waits for that.
      loading.clear();
      for (const [key, copy] of copies) {
        if (organizationId === null || copy.organizationId === organizationId) copies.delete(key);
      }
    },
  });

  function keep(key: string, found: Found<T>): void {
    copies.delete(key);
    // The oldest comes first.
    for (const oldest of copies.keys()) {
      if (copies.size < most) break;
      copies.delete(oldest);
    }
    copies.set(key, { ...found, untilMs: performance.now() + keptMs });
  }

  return {
    async read(key, load) {
      if (!(await changes.areKnown())) return (await load())?.value;
      const copy = copies.get(key);
      if (copy !== undefined && copy.untilMs > performance.now()) return copy.value;
      const underWay = loading.get(key);
      if (underWay !== undefined) return underWay;
      const before = heard;
      const loaded = load()
        .then((found) => {
          if (found !== undefined && heard === before) keep(key, found);
          return found?.value;
        })
        .finally(() => {
          if (loading.get(key) === loaded) loading.delete(key);
        });
      loading.set(key, loaded);
      return loaded;
    },
  };
}
