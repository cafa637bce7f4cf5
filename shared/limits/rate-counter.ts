import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema';

export const windowMs = 60_000;
/** A process takes so many at once from the shared counter: it asks the database once a lot. */
const lotsPerLimit = 20;
/** A process forgets its lots of windows that are over when it holds so many. */
const mostLots = 10_000;

export interface Taken {
  readonly isAllowed: boolean;
  readonly limit: number;
  /** As far as this process knows. */
  readonly remaining: number;
  /** When the window ends. */
  readonly resetAt: Date;
}

export interface RateCounter {
  /** Takes one of `limit` a minute for a subject, which must hold nothing personal. */
  take(subject: string, limit: number): Promise<Taken>;
  /** What all processes have taken in this window, their unused lots included. */
  used(subject: string): Promise<number>;
}

interface Lot {
  readonly window: number;
  left: number;
  /** What all processes had taken, this lot included, when it was taken; beyond the limit: used up. */
  readonly taken: number;
}

/**
 * Counts by the minute, over all processes. Each takes small lots from one row, so that a request costs
 * no query and the limit holds to within a lot a process. Fixed windows: the plainest thing that a client
 * can reason about from `X-RateLimit-Reset`.
 */
export function createRateCounter(db: Kysely<Database>, clock: () => Date): RateCounter {
  const lots = new Map<string, Lot>();
  /** One question at a time for a subject: of ten requests at once one asks, the others wait for it. */
  const asking = new Map<string, Promise<Lot>>();

  async function lotOf(subject: string, limit: number, window: number): Promise<Lot> {
    const held = lots.get(subject);
    if (held?.window === window && (held.left > 0 || held.taken >= limit)) return held;
    const underWay = asking.get(subject);
    if (underWay !== undefined) return underWay;
    const asked = takeLot(db, { subject, limit, window }).finally(() => asking.delete(subject));
    asking.set(subject, asked);
    const lot = await asked;
    if (lots.size >= mostLots) forget(window);
    lots.set(subject, lot);
    return lot;
  }

  function forget(window: number): void {
    for (const [subject, lot] of lots) if (lot.window !== window) lots.delete(subject);
  }

  return {
    async take(subject, limit) {
      const window = Math.floor(clock().getTime() / windowMs);
      const resetAt = new Date((window + 1) * windowMs);
      for (;;) {
        const lot = await lotOf(subject, limit, window);
        if (lot.left > 0) {
          lot.left -= 1;
          const remaining = Math.max(0, limit - lot.taken) + lot.left;
          return { isAllowed: true, limit, remaining, resetAt };
        }
        // Used up; a lot that others emptied meanwhile is followed by the next one.
        if (lot.taken >= limit) return { isAllowed: false, limit, remaining: 0, resetAt };
      }
    },
    async used(subject) {
      const window = Math.floor(clock().getTime() / windowMs);
      const row = await db
        .selectFrom('rate_windows')
        .select('taken')
        .where('subject', '=', subject)
        .where('window_number', '=', String(window))
        .executeTakeFirst();
      const lot = lots.get(subject);
      const unused = lot?.window === window ? lot.left : 0;
      return Math.max(0, (row?.taken ?? 0) - unused);
    },
  };
}

/** The counter runs past the limit, so that what is left of the last lot can be told from its answer. */
async function takeLot(
  db: Kysely<Database>,
  { subject, limit, window }: { subject: string; limit: number; window: number },
): Promise<Lot> {
  const size = Math.max(1, Math.floor(limit / lotsPerLimit));
  const row = await db
    .insertInto('rate_windows')
    .values({ subject, window_number: String(window), taken: size })
    .onConflict((conflict) =>
      conflict.columns(['subject', 'window_number']).doUpdateSet({
        taken: sql<number>`rate_windows.taken + ${size}::integer`,
      }),
    )
    .returning('taken')
    .executeTakeFirstOrThrow();
  const before = row.taken - size;
  return { window, left: Math.min(size, Math.max(0, limit - before)), taken: row.taken };
}

/** Windows that nobody counts in any more. */
export async function forgetOldWindows(db: Kysely<Database>, now: Date): Promise<void> {
  const oldest = Math.floor(now.getTime() / windowMs) - 2;
  await db.deleteFrom('rate_windows').where('window_number', '<', String(oldest)).execute();
}
