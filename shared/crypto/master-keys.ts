import { z } from 'zod';
import { VerifaError } from '../domain/errors/verifa-error';
import { createKeyring, type Keyring, type KeyringFile } from './keyring';
import { readKeyringFile } from './keyring-file';
import { printedKeyring } from './printed-keyring';

/** Where a process gets the ring from, once, when it starts. */
export interface MasterKeys {
  read(): Promise<KeyringFile>;
  /** Where a file holds it: a rotation may replace that, if it may write there. */
  readonly file: string | null;
}

const words = z.array(z.string()).min(1);

export const masterKeysSettings = {
  /** A keyring in a file: the service's own, or a Secret that is mounted. One of this and the next. */
  MASTER_KEYS_FILE: z.string().min(1).optional(),
  /**
   * A program that prints the keyring, as a JSON list of its name and words: what fetches it from a vault, or has a
   * KMS decrypt it (`deploy/KEYS.md`).
   */
  MASTER_KEYS_COMMAND: z
    .string()
    .transform((text, context): readonly string[] => {
      const parsed = words.safeParse(listOf(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'is no JSON list of a program and its words' });
      return z.NEVER;
    })
    .optional(),
};
export type MasterKeysSettings = z.output<z.ZodObject<typeof masterKeysSettings>>;

/** @throws VerifaError config_invalid unless exactly one place is named */
export function openMasterKeys({
  MASTER_KEYS_FILE: file,
  MASTER_KEYS_COMMAND: command,
}: MasterKeysSettings): MasterKeys {
  if (file !== undefined && command !== undefined) {
    throw unusable('MASTER_KEYS_COMMAND: and MASTER_KEYS_FILE are two keyrings; name one');
  }
  if (file !== undefined) return { file, read: () => readKeyringFile(file) };
  if (command !== undefined) return { file: null, read: () => printedKeyring(command) };
  throw unusable('MASTER_KEYS_FILE: is needed, or MASTER_KEYS_COMMAND');
}

/** For the process's whole life: a rotation has restarts in it. */
export async function readMasterKeys(settings: MasterKeysSettings): Promise<Keyring> {
  return createKeyring(await openMasterKeys(settings).read());
}

function listOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unusable(detail: string): VerifaError {
  return new VerifaError('config_invalid', { detail });
}
