import type { Transaction } from 'kysely';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database } from '../../../shared/database/schema';
import type { ListItemId } from '../../../shared/domain/ids';
import { itemRow, type ItemOrigin, type WrittenItem } from '../../../shared/lists/add-item';
import { canonicalItem, itemKeys } from '../../../shared/lists/item-kind';

/** A statement takes 65,535 parameters; a row is thirteen. */
const rowsOfOneStatement = 1000;

/**
 * Adds what was written down, many at once.
 *
 * @returns the ids of what was not there yet; what cannot be read as its kind is left out
 */
export async function addItems(
  trx: Transaction<Database>,
  keyring: Keyring,
  origin: ItemOrigin,
  items: readonly WrittenItem[],
): Promise<readonly ListItemId[]> {
  const rows = items.flatMap(({ kind, value }) => {
    const canonical = canonicalItem(kind, value);
    if (canonical === null) return [];
    const shown = Buffer.from(value.trim());
    return [itemRow(keyring, origin, { kind, canonical, shown, keys: itemKeys(kind, value) })];
  });
  const added: ListItemId[] = [];
  for (let at = 0; at < rows.length; at += rowsOfOneStatement) {
    const inserted = await trx
      .insertInto('list_items')
      .values(rows.slice(at, at + rowsOfOneStatement))
      .onConflict((conflict) => conflict.columns(['list_id', 'kind', 'value_hash']).doNothing())
      .returning('id')
      .execute();
    added.push(...inserted.map(({ id }) => id));
  }
  return added;
}
