import { sql, type Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import type { Database } from '../../../../shared/database/schema';
import type { ListId, ListItemId } from '../../../../shared/domain/ids';
import { keyedHash, ownerKey, type Owner } from '../../../../shared/applicant/keyed-hash';
import type { ListItemKind } from '../../../../shared/domain/lists/list-item-kind';
import type { ListAction } from '../../../../shared/domain/lists/list-action';
import type { CanonicalItem } from './subject-items';

export interface ListMatch {
  readonly listId: ListId;
  readonly itemId: ListItemId;
  readonly kind: ListItemKind;
  readonly action: ListAction;
}

/** The owner's items that have one of these keys; in the lists named, or in all. */
export async function findListMatches(
  { db, keyring }: { readonly db: Kysely<Database>; readonly keyring: Keyring },
  owner: Owner,
  items: readonly CanonicalItem[],
  lists: readonly string[] | null,
): Promise<readonly ListMatch[]> {
  if (items.length === 0) return [];
  const key = ownerKey(keyring, owner, 'list-items');
  const hashes = items.map(({ kind, canonical }) => keyedHash(key, kind, canonical));
  return (
    ownItems(db, owner, lists)
      .select(['lists.id as listId', 'list_items.id as itemId', 'list_items.kind', 'lists.action'])
      .where('list_items.kind', 'in', [...new Set(items.map(({ kind }) => kind))])
      // The kind is part of what is hashed: no hash is of two kinds.
      .where(
        sql<boolean>`list_items.id = ANY(ARRAY(SELECT id FROM verifa_list_items_keyed(
          ${owner.organization_id}, ${owner.environment}, ${hashes}::bytea[])))`,
      )
      .orderBy('list_items.id')
      .execute()
  );
}

/** Of which kinds there is any item in the lists named, or in all. */
export async function listedKinds(
  db: Kysely<Database>,
  owner: Owner,
  lists: readonly string[] | null,
): Promise<readonly ListItemKind[]> {
  const rows = await ownItems(db, owner, lists).select('list_items.kind').distinct().execute();
  return rows.map(({ kind }) => kind);
}

/** A tenant sees its own lists only, whichever it names. */
export function ownItems(db: Kysely<Database>, owner: Owner, lists: readonly string[] | null) {
  const all = db
    .selectFrom('list_items')
    .innerJoin('lists', 'lists.id', 'list_items.list_id')
    .where('list_items.organization_id', '=', owner.organization_id)
    .where('list_items.environment', '=', owner.environment);
  return lists === null ? all : all.where(sql<boolean>`lists.id = ANY(${lists})`);
}
