import { execFile } from 'node:child_process';
import { VerifaError } from '../domain/errors/verifa-error';
import { parseKeyring, type KeyringFile } from './keyring';

/** A start that waits longer for a vault is a start that failed. */
const printedWithinMs = 30_000;
const mostBytes = 1024 * 1024;

/**
 * The ring that a program prints: what a vault's or a KMS's client opens. Run without a shell and with this
 * process's environment, which is where such clients find who they are.
 *
 * @throws VerifaError config_invalid, which quotes nothing of its words or of what it printed
 */
export async function printedKeyring([
  program = '',
  ...words
]: readonly string[]): Promise<KeyringFile> {
  const printed = await new Promise<string>((resolve, reject) => {
    execFile(
      program,
      words,
      { timeout: printedWithinMs, maxBuffer: mostBytes, encoding: 'utf8' },
      (error, stdout) => {
        if (error === null) resolve(stdout);
        else reject(unusable(endOf(error)));
      },
    );
  });
  let ring: unknown;
  try {
    ring = JSON.parse(printed);
  } catch {
    // Its cause would quote the text.
    throw unusable('did not print JSON');
  }
  return parseKeyring(ring);
}

function endOf({
  code,
  killed,
}: {
  readonly code?: unknown;
  readonly killed?: boolean | undefined;
}): string {
  if (typeof code === 'number') return `ended with ${String(code)}`;
  if (typeof code === 'string') return `cannot be run (${code})`;
  return killed === true ? `had not ended after ${String(printedWithinMs / 1_000)} s` : 'was ended';
}

function unusable(what: string): VerifaError {
  return new VerifaError('config_invalid', { detail: `MASTER_KEYS_COMMAND: ${what}` });
}
