import { isTaken } from './receiver-fate';
import type { LedgerEntry } from './receiver-ledger';

/** An event as the database has it. */
export interface OwedEvent {
  readonly id: string;
  readonly sessionId: string;
  readonly sequence: number;
}

export interface Arrivals {
  readonly events: number;
  /** Events the receiver said 2xx to at least once. */
  readonly arrived: number;
  /** Sessions whose events arrived as 1, 2, 3 … to the last one there is. */
  readonly wholeSequences: number;
  /** Tries whose signatures did not verify. */
  readonly forged: number;
  /** Tries whose `webhook-id` was not the event's own, in header, body and delivery alike. */
  readonly misnamed: number;
  /** Times an event was taken beyond the first. */
  readonly repeats: number;
}

/** What the receiver saw against what it was owed. */
export function judgeArrivals(
  owed: readonly OwedEvent[],
  ledger: readonly LedgerEntry[],
): Arrivals {
  const takenTries = ledger.filter(({ fate }) => isTaken(fate));
  const taken = new Set(takenTries.map(({ id }) => id));
  return {
    events: owed.length,
    arrived: owed.filter(({ id }) => taken.has(id)).length,
    wholeSequences: countWhole(owed, takenTries),
    forged: ledger.filter(({ genuine }) => !genuine).length,
    misnamed: countMisnamed(owed, ledger),
    repeats: takenTries.length - taken.size,
  };
}

function countWhole(owed: readonly OwedEvent[], takenTries: readonly LedgerEntry[]): number {
  const seen = numbersBySession(takenTries);
  return [...numbersBySession(owed)].filter(([sessionId, numbers]) => {
    const arrived = seen.get(sessionId) ?? new Set();
    const highest = Math.max(...numbers);
    return numbers.size === highest && arrived.size === highest && Math.max(...arrived) === highest;
  }).length;
}

function numbersBySession(
  events: readonly { readonly sessionId: string; readonly sequence: number }[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const numbers = new Map<string, Set<number>>();
  for (const { sessionId, sequence } of events) {
    numbers.set(sessionId, (numbers.get(sessionId) ?? new Set()).add(sequence));
  }
  return numbers;
}

/** One id for each place in a session, whatever the try; one event for each delivery. */
function countMisnamed(owed: readonly OwedEvent[], ledger: readonly LedgerEntry[]): number {
  const placeOf = new Map(owed.map((event) => [event.id, place(event)]));
  const eventOf = new Map<string, string>();
  return ledger.filter((entry) => {
    const first = eventOf.get(entry.deliveryId) ?? entry.id;
    eventOf.set(entry.deliveryId, first);
    const isNamedAlike = entry.bodyIds.every((id) => id === entry.id) && first === entry.id;
    return !isNamedAlike || placeOf.get(entry.id) !== place(entry);
  }).length;
}

function place(event: { readonly sessionId: string; readonly sequence: number }): string {
  return `${event.sessionId} ${String(event.sequence)}`;
}
