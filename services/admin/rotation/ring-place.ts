import type { KeyringFile } from '../../../shared/crypto/keyring';
import { writeKeyringFile, writeNewKeyring } from '../../../shared/crypto/keyring-file';
import type { MasterKeys } from '../../../shared/crypto/master-keys';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

/** Where a step's new ring goes. */
export interface RingPlace {
  /** `handed_out`: it is no process's ring before an operator has put it where they read it. */
  readonly kind: 'in_place' | 'handed_out';
  keep(ring: KeyringFile): Promise<void>;
}

/** A Secret that is mounted and a vault cannot be written from here: the ring is handed out by `--export`. */
export function ringPlace({ file }: MasterKeys, exported: string | undefined): RingPlace {
  if (exported !== undefined) {
    return { kind: 'handed_out', keep: (ring) => writeNewKeyring(exported, ring) };
  }
  if (file !== null) return { kind: 'in_place', keep: (ring) => writeKeyringFile(file, ring) };
  const refusal = new VerifaError('config_invalid', {
    detail: '--export: name a file for the new ring, since a command prints the present one',
  });
  return { kind: 'handed_out', keep: () => Promise.reject(refusal) };
}
