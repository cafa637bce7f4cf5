import type { Kysely } from 'kysely';
import type { Alert } from '../../activities/each-on-its-own';
import type { Database } from '../../shared/database/schema';
import type { ErrorCode } from '../../shared/domain/errors/catalogue';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { ErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { compareWithJournal } from '../../shared/erasure/journal/compare-journal';

export interface ErasureGateDeps {
  readonly db: Kysely<Database>;
  readonly journal: ErasureJournal;
  readonly alert: Alert;
  /** Between two looks while it is open. Default a minute; closed it looks every five seconds. */
  readonly everyMs?: number;
}

/** Keeps a restored copy from answering what was erased since it was made. */
export interface ErasureGate {
  /** The catalogue's code of why nothing may be answered; null: the database knows all that the journal does. */
  readonly closedBy: () => ErrorCode | null;
  /** Compares once. */
  look(): Promise<void>;
  /** Resolves after the first look, and looks again and again. */
  start(): Promise<void>;
  stop(): void;
}

const closedEveryMs = 5_000;

/**
 * Closed until the journal was read once: whether this is a restored copy, nobody knows before. A journal that
 * cannot be read later changes nothing, since a running service that had seen all of it is not made a restored
 * copy by an outage of the store, and the store's outages must not be the API's; it is alerted.
 */
export function createErasureGate(deps: ErasureGateDeps): ErasureGate {
  let code: ErrorCode | null = 'temporarily_unavailable';
  let isAway = false;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function look(): Promise<void> {
    try {
      // Its bucket may be still to be made, by the first process of a new installation.
      if (code === 'temporarily_unavailable') await deps.journal.ready();
      const { unknown } = await compareWithJournal(deps.db, deps.journal);
      const [first] = unknown;
      isAway = false;
      if (first === undefined) code = null;
      else close(first);
    } catch (cause) {
      if (!isAway) {
        deps.alert('the erasure journal could not be compared with the database', {
          reason: cause instanceof VerifaError ? cause.detail : 'unknown',
        });
      }
      isAway = true;
    }
  }

  function close(entryId: string): void {
    if (code !== 'erasures_unapplied') {
      deps.alert('not ready: run `npm run admin -- reapply-erasures`', {
        code: 'erasures_unapplied',
        entryId,
      });
    }
    code = 'erasures_unapplied';
  }

  function next(): void {
    if (isStopped) return;
    const waitMs = code === null ? (deps.everyMs ?? 60_000) : closedEveryMs;
    timer = setTimeout(() => void look().finally(next), waitMs);
    timer.unref();
  }

  return {
    closedBy: () => code,
    look,
    start: () => look().finally(next),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
