import type { Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import type { Database } from '../../../../shared/database/schema';
import type { ListItemId } from '../../../../shared/domain/ids';
import { ownerKey } from '../../../../shared/applicant/keyed-hash';
import { keyHashes } from '../../../../shared/lists/add-item';
import { itemKeys } from '../../../../shared/lists/item-kind';
import { openItem } from '../../../../shared/lists/open-item';

const itemsOfOneBatch = 500;

export interface KeyedItems {
  readonly keyed: number;
  /** Those that cannot be opened: still found by their one hash, as they were. */
  readonly unreadable: readonly ListItemId[];
}

/**
 * Gives names that an earlier release listed all they are found by. Every worker does it when it starts:
 * where nothing is left it is one look at an index, and two at once write the same.
 */
export async function keyOlderItems(db: Kysely<Database>, keyring: Keyring): Promise<KeyedItems> {
  const unreadable: ListItemId[] = [];
  let keyed = 0;
  let after: ListItemId | null = null;
  for (;;) {
    const items = await db
      .selectFrom('list_items')
      .select(['id', 'organization_id', 'environment', 'kind', 'value_sealed'])
      .where('key_hashes', 'is', null)
      .$if(after !== null, (query) => query.where('id', '>', after))
      .orderBy('id')
      .limit(itemsOfOneBatch)
      .execute();
    for (const item of items) {
      const hashes = hashesOf(keyring, item);
      if (hashes === null) {
        unreadable.push(item.id);
        continue;
      }
      await db
        .updateTable('list_items')
        .set({ key_hashes: hashes })
        .where('id', '=', item.id)
        .execute();
      keyed += 1;
    }
    const last = items.at(-1);
    if (last === undefined) return { keyed, unreadable };
    after = last.id;
  }
}

function hashesOf(keyring: Keyring, item: Parameters<typeof openItem>[1]): Buffer[] | null {
  if (item.kind === 'face') return [];
  try {
    const value = openItem(keyring, item);
    const key = ownerKey(keyring, item, 'list-items');
    return keyHashes(key, item.kind, value === null ? [] : itemKeys(item.kind, value));
  } catch {
    // One that no key opens must not keep those behind it from being found.
    return null;
  }
}
