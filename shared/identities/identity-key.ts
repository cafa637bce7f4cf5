import type { Keyring } from '../crypto/keyring';
import type { IdentityRow } from '../database/schema';
import { VerifaError } from '../domain/errors/verifa-error';

/** An identity outlives each of its sessions, so it has a data key of its own (`6-data-protection.md`). */
export function identityKey(
  keyring: Keyring,
  row: Pick<IdentityRow, 'id' | 'wrapped_key' | 'master_key_id'>,
): Buffer {
  if (row.wrapped_key === null || row.master_key_id === null) {
    throw new VerifaError('key_destroyed');
  }
  return keyring.unwrap(row.id, { wrapped: row.wrapped_key, masterKeyId: row.master_key_id });
}

export function profileContext(identityId: string): string {
  return `identity-profile/${identityId}`;
}
