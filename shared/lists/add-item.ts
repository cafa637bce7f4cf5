import type { Insertable, Transaction } from 'kysely';
import type { Keyring } from '../crypto/keyring';
import { seal } from '../crypto/seal';
import { sealContext } from '../crypto/session-key';
import type { ActorKind } from '../database/columns';
import type { ListItemsTable } from '../database/recognition-tables';
import type { Database } from '../database/schema';
import { newId, type ListId, type ListItemId, type SessionId } from '../domain/ids';
import { keyedHash, ownerKey, type Owner } from '../applicant/keyed-hash';
import type { WrittenKind } from '../domain/lists/list-item-kind';
import { canonicalItem, itemKeys } from './item-kind';
import type { ListItemKind } from '../domain/lists/list-item-kind';

export interface ItemOrigin {
  readonly owner: Owner;
  readonly listId: ListId;
  /** The session it is taken from, if any. */
  readonly sessionId: SessionId | null;
  readonly actor: { readonly kind: ActorKind; readonly id: string | null };
  readonly at: Date;
}

export interface WrittenItem {
  readonly kind: WrittenKind;
  /** As given: what its owner reads again. */
  readonly value: string;
}

/** Why nothing was added is no error of the caller's: a list is a set. */
export type Added =
  | { readonly kind: 'added'; readonly id: ListItemId }
  | { readonly kind: 'present' }
  | { readonly kind: 'invalid' };

/** Adds what was written down, by hand or in a file. */
export async function addItem(
  trx: Transaction<Database>,
  keyring: Keyring,
  origin: ItemOrigin,
  { kind, value }: WrittenItem,
): Promise<Added> {
  const canonical = canonicalItem(kind, value);
  if (canonical === null) return { kind: 'invalid' };
  const shown = Buffer.from(value.trim());
  return insertItem(trx, keyring, origin, { kind, canonical, shown, keys: itemKeys(kind, value) });
}

/** Adds a face: `engine` made the packed embedding. */
export async function addFaceItem(
  trx: Transaction<Database>,
  keyring: Keyring,
  origin: ItemOrigin,
  face: { readonly engine: string; readonly packed: Buffer },
): Promise<Added> {
  const canonical = `${face.engine}|${face.packed.toString('base64')}`;
  const { engine, packed: shown } = face;
  return insertItem(trx, keyring, origin, { kind: 'face', canonical, shown, engine });
}

async function insertItem(
  trx: Transaction<Database>,
  keyring: Keyring,
  origin: ItemOrigin,
  item: KeptItem,
): Promise<Added> {
  const inserted = await trx
    .insertInto('list_items')
    .values(itemRow(keyring, origin, item))
    .onConflict((conflict) => conflict.columns(['list_id', 'kind', 'value_hash']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted === undefined ? { kind: 'present' } : { kind: 'added', id: inserted.id };
}

interface KeptItem {
  readonly kind: ListItemKind;
  readonly canonical: string;
  readonly shown: Buffer;
  /** What it is found by, its canonical form among them. */
  readonly keys?: readonly string[];
  readonly engine?: string;
}

/** An item as it is stored: found by its hash, read by nobody without the key. */
export function itemRow(
  keyring: Keyring,
  { owner, listId, sessionId, actor, at }: ItemOrigin,
  item: KeptItem,
): Insertable<ListItemsTable> {
  const key = ownerKey(keyring, owner, 'list-items');
  const id = newId('listItem');
  return {
    id,
    organization_id: owner.organization_id,
    environment: owner.environment,
    list_id: listId,
    kind: item.kind,
    value_hash: keyedHash(key, item.kind, item.canonical),
    key_hashes: keyHashes(key, item.kind, item.keys ?? []),
    value_sealed: seal(key, sealContext.listItem(id), item.shown),
    engine: item.engine ?? null,
    session_id: sessionId,
    actor_kind: actor.kind,
    actor_id: actor.id,
    created_at: at,
  };
}

/** None where the only key is the canonical form: `value_hash` finds that. */
export function keyHashes(key: Buffer, kind: ListItemKind, keys: readonly string[]): Buffer[] {
  return keys.length < 2 ? [] : keys.map((one) => keyedHash(key, kind, one));
}
