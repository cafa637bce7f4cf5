import type { Keyring } from '../crypto/keyring';
import { open } from '../crypto/seal';
import { sealContext } from '../crypto/session-key';
import type { ListItemId } from '../domain/ids';
import { ownerKey, type Owner } from '../applicant/keyed-hash';
import type { ListItemKind } from '../domain/lists/list-item-kind';

/** An item as it was given, for its owner to read; null for a face, which nobody can read. */
export function openItem(
  keyring: Keyring,
  item: Owner & {
    readonly id: ListItemId;
    readonly kind: ListItemKind;
    readonly value_sealed: Buffer;
  },
): string | null {
  if (item.kind === 'face') return null;
  const key = ownerKey(keyring, item, 'list-items');
  return open(key, sealContext.listItem(item.id), item.value_sealed).toString('utf8');
}
