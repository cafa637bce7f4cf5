import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VerifaError } from '../domain/errors/verifa-error';
import { hasErrorCode } from '../domain/errors/error-code';
import {
  createKeyring,
  newKeyringFile,
  parseKeyring,
  type Keyring,
  type KeyringFile,
} from './keyring';

/** The keyring of `MASTER_KEYS_FILE`. What cannot be read is named by its variable, not by its path. */
export async function readKeyring(path: string): Promise<Keyring> {
  return createKeyring(await readKeyringFile(path));
}

export async function readKeyringFile(path: string): Promise<KeyringFile> {
  let source: unknown;
  try {
    source = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw unusable('is not a readable JSON file', cause);
  }
  return parseKeyring(source);
}

/** Makes the file with a fresh key where there is none; one that is there stays as it is. */
export async function ensureKeyringFile(path: string): Promise<void> {
  await writeFile(path, JSON.stringify(newKeyringFile()), { mode: 0o600, flag: 'wx' }).catch(
    (cause: unknown) => {
      if (!hasErrorCode(cause, 'EEXIST')) throw unusable('cannot be written in its folder', cause);
    },
  );
}

/** Writes a ring where no file is, and never over one: that may be the only ring there is. */
export async function writeNewKeyring(path: string, ring: KeyringFile): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify(parseKeyring(ring)));
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(dirname(path));
  } catch (cause) {
    const detail = hasErrorCode(cause, 'EEXIST')
      ? 'is there already: install it or name another'
      : 'cannot be written';
    throw new VerifaError('config_invalid', { detail: `The new keyring's file ${detail}.`, cause });
  }
}

/**
 * Puts a ring in the place of the file's. Whoever reads meanwhile finds the old one or the new one whole,
 * and when this returns the disk has it: rows wrapped by a key that a power cut takes away are lost.
 */
export async function writeKeyringFile(path: string, ring: KeyringFile): Promise<void> {
  const fresh = `${path}.new`;
  try {
    // Left over by a write that was killed; it holds a key that nothing names.
    await rm(fresh, { force: true });
    const { uid, gid } = await stat(path);
    const file = await open(fresh, 'wx', 0o600);
    try {
      // An operator who is root must not take the file from the user that the services run as.
      await file.chown(uid, gid);
      await file.writeFile(JSON.stringify(parseKeyring(ring)));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    throw unusable(
      'cannot be written in its folder; of a mounted one, --export the new ring',
      cause,
    );
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function unusable(what: string, cause: unknown): VerifaError {
  return new VerifaError('config_invalid', { detail: `MASTER_KEYS_FILE: ${what}`, cause });
}
