import type { Keyring } from '../crypto/keyring';
import { hmacSha256 } from '../crypto/seal';
import type { SessionRow } from '../database/schema';

export type Owner = Pick<SessionRow, 'organization_id' | 'environment'>;

/** What a key of an organisation and environment is for; no key serves two purposes. */
export type OwnerKeyPurpose =
  'duplicate-attributes' | 'document-prints' | 'face-embeddings' | 'frame-prints' | 'list-items';

/** Outlives every session, and is of no use to another organisation or environment. */
export function ownerKey(keyring: Keyring, owner: Owner, purpose: OwnerKeyPurpose): Buffer {
  return keyring.derive(`${purpose}/${owner.organization_id}/${owner.environment}`);
}

/** Equal values of one kind have equal hashes; nothing else is to be learned without the key. */
export function keyedHash(key: Buffer, kind: string, canonical: string): Buffer {
  return hmacSha256(key, `${kind}\0${canonical}`);
}
