import type { Kysely } from 'kysely';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database } from '../../../shared/database/schema';
import {
  comparedTo,
  journalPages,
  unknownAmong,
} from '../../../shared/erasure/journal/compare-journal';
import type { ErasureJournal } from '../../../shared/erasure/journal/erasure-journal';
import { openEntry, type JournalEntry } from '../../../shared/erasure/journal/journal-entry';

export interface ReadJournal {
  readonly names: number;
  /** Signed by this keyring and not known to this database, oldest first. */
  readonly unknown: readonly JournalEntry[];
  /** What nobody may believe, each with why. */
  readonly refused: readonly { readonly name: string; readonly why: string }[];
  /** An entry that this database saw in its journal, and that is not in this one. */
  readonly lost: string | null;
}

/**
 * The whole journal, whatever place the database says it was compared to: a restore is rare, and nothing is to
 * be overlooked. Entries that the database knows are not read again.
 */
export async function readUnknown(
  db: Kysely<Database>,
  keyring: Keyring,
  journal: ErasureJournal,
): Promise<ReadJournal> {
  const place = await comparedTo(db);
  const unknown: JournalEntry[] = [];
  const refused: { readonly name: string; readonly why: string }[] = [];
  let lost: string | null = place;
  let count = 0;
  for await (const names of journalPages(journal, '')) {
    count += names.length;
    if (place !== null && names.includes(place)) lost = null;
    for (const name of await unknownAmong(db, names)) {
      const opened = openEntry(keyring, name, await journal.read(name));
      if (opened.is === 'entry') unknown.push(opened.entry);
      else refused.push({ name, why: opened.why });
    }
  }
  return { names: count, unknown, refused, lost };
}
