import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { isId, type JournalEntryId } from '../../domain/ids';
import type { ObjectStore } from '../../storage/object-store';

/**
 * Signed erasures outside of Postgres, which outlive a restore of it. It has no deletion: nothing of the
 * service takes an entry away.
 */
export interface ErasureJournal {
  /** Written when this resolves. The same entry again changes nothing. */
  write(id: JournalEntryId, sealed: string): Promise<void>;
  read(name: string): Promise<string>;
  /** Names behind `after`, in order; what is no entry of ours is among them, for whoever reads to judge. */
  namesAfter(after: string): AsyncIterable<string>;
  /** Resolves when it can be written and read. */
  ready(): Promise<void>;
}

/** Before the keys of documents, which begin with `ses_`: the search for objects without a row begins behind it. */
export const journalPrefix = 'erasure-journal/';

export function createErasureJournal(store: ObjectStore): ErasureJournal {
  return {
    write: (id, sealed) => store.put(`${journalPrefix}${id}`, Readable.from([Buffer.from(sealed)])),
    read: async (name) => text(await store.get(`${journalPrefix}${name}`)),
    async *namesAfter(after) {
      const range = { prefix: journalPrefix, after: `${journalPrefix}${after}` };
      for await (const key of store.list(range)) yield key.slice(journalPrefix.length);
    },
    ready: () => store.ready(),
  };
}

export function isEntryName(name: string): name is JournalEntryId {
  return isId('journalEntry', name);
}
