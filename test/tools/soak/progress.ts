import { isTaken } from './receiver-fate';
import type { LedgerEntry, LedgerReader } from './receiver-ledger';

/** The receiver's ledger so far, read along while the soak runs. */
export interface LedgerCopy {
  readonly entries: readonly LedgerEntry[];
  /** How many events were taken at least once. */
  arrived(): number;
  /** Reads what is new. */
  update(): Promise<void>;
}

export function copyLedger(reader: LedgerReader): LedgerCopy {
  const entries: LedgerEntry[] = [];
  const taken = new Set<string>();
  let reading = Promise.resolve();
  const read = async (): Promise<void> => {
    for (const entry of await reader.news()) {
      entries.push(entry);
      if (isTaken(entry.fate)) taken.add(entry.id);
    }
  };
  return {
    entries,
    arrived: () => taken.size,
    // One after the other: the reader's place in the file is one.
    update: () => (reading = reading.then(read)),
  };
}

export interface SoakCounts {
  readonly sessions: number;
  readonly events: number;
  readonly arrived: number;
  readonly tries: number;
}

/** A line with the rates since the one before. */
export function createProgressLine(): (now: SoakCounts, deaths: string) => string {
  const startedMs = performance.now();
  let [before, beforeMs]: [SoakCounts, number] = [
    { sessions: 0, events: 0, arrived: 0, tries: 0 },
    startedMs,
  ];
  return (now, deaths) => {
    const nowMs = performance.now();
    const rate = (count: (counts: SoakCounts) => number): string =>
      (((count(now) - count(before)) * 1_000) / (nowMs - beforeMs)).toFixed(1);
    const line = [
      `${((nowMs - startedMs) / 1_000).toFixed(0)} s`,
      `${String(now.sessions)} sessions (${rate(({ sessions }) => sessions)}/s)`,
      `${String(now.arrived)} of ${String(now.events)} events arrived (${rate(({ arrived }) => arrived)}/s)`,
      `${String(now.tries)} tries (${rate(({ tries }) => tries)}/s)`,
      deaths,
    ].join(', ');
    [before, beforeMs] = [now, nowMs];
    return line;
  };
}
