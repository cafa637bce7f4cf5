import { VerifaError } from '../shared/domain/errors/verifa-error';

/** A log line with `alert: true`: somebody has to look. Ids and codes only. */
export type Alert = (message: string, ids: Readonly<Record<string, unknown>>) => void;

interface BatchRules<T> {
  /** What is done to each, as the alert names it, e.g. `end_retention`. */
  readonly what: string;
  readonly idsOf: (item: T) => Readonly<Record<string, unknown>>;
  readonly alert: Alert;
  /** How many are worked on side by side, so that a slow one holds up few. Default 1. */
  readonly atOnce?: number;
  /** Called after each item. */
  readonly heartbeat?: () => void;
  /** Asked when many fail in a row; rejects when a part of the service is away, which is no item's fault. */
  readonly probe?: () => Promise<unknown>;
}

const suspiciousInARow = 20;

/**
 * The loop over a batch's items: one that fails is reported by its ids, and those behind it have their turn.
 * Where `probe` finds a part away, the batch ends with its error, for all would fail alike.
 *
 * @param work answers whether it did anything
 */
export async function eachOnItsOwn<T>(
  items: Iterable<T>,
  { what, idsOf, alert, atOnce = 1, heartbeat, probe }: BatchRules<T>,
  work: (item: T) => Promise<boolean>,
): Promise<{ readonly done: number; readonly failed: readonly T[] }> {
  const left = items[Symbol.iterator]();
  const failed: T[] = [];
  let done = 0;
  let failedInARow = 0;
  let isOver = false;

  async function one(item: T): Promise<void> {
    try {
      if (await work(item)) done += 1;
      failedInARow = 0;
    } catch (cause) {
      failed.push(item);
      failedInARow += 1;
      alert(`${what} failed for one; the others go on`, { ...idsOf(item), error: kindOf(cause) });
      if (failedInARow % suspiciousInARow === 0) await probe?.();
    }
    heartbeat?.();
  }

  async function lane(): Promise<void> {
    try {
      for (let next = left.next(); next.done !== true && !isOver; next = left.next()) {
        await one(next.value);
      }
    } catch (cause) {
      isOver = true;
      throw cause;
    }
  }

  const ends = await Promise.allSettled(Array.from({ length: atOnce }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return { done, failed };
}

/** Never a message: it may quote a row. */
function kindOf(cause: unknown): string {
  if (cause instanceof VerifaError) return cause.code;
  return cause instanceof Error ? cause.name : typeof cause;
}
