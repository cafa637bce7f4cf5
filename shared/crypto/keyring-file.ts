import { readFile } from 'node:fs/promises';
import { VerifaError } from '../errors/verifa-error';
import { createKeyring, type Keyring } from './keyring';

/** The keyring of `MASTER_KEYS_FILE`. What cannot be read is named by its variable, not by its path. */
export async function readKeyring(path: string): Promise<Keyring> {
  let source: unknown;
  try {
    source = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new VerifaError('config_invalid', {
      detail: 'MASTER_KEYS_FILE: is not a readable JSON file',
      cause,
    });
  }
  return createKeyring(source);
}
