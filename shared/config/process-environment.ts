import { readFileSync } from 'node:fs';
import { VerifaError } from '../domain/errors/verifa-error';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Settings that are secrets: each can lie in a file, named by `<NAME>_FILE`, as Docker and Kubernetes hand secrets out.
 * Keys and certificates of TLS with Temporal are files by their own names (`TEMPORAL_TLS_CLIENT_KEY_PATH` …), and so is
 * the keyring (`MASTER_KEYS_FILE`).
 */
export const secretSettings = [
  'DATABASE_URL',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
  'MAIL_URL',
  'OIDC_CLIENT_SECRET',
  'TEMPORAL_API_KEY',
] as const;

/**
 * What a process was given, read once at its start: secrets out of their files, and no empty values, since that is how
 * compose files and shells write what is not set. An error names the setting, never a path or a content: whoever
 * mistakes one for the other has put the secret where the path belongs.
 *
 * @throws VerifaError config_invalid: a secret given twice, or a file that cannot be read or is empty
 */
export function processEnvironment(
  given: Environment,
  read: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Environment {
  const set = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  );
  for (const name of secretSettings) {
    const path = set[`${name}_FILE`];
    if (path === undefined) continue;
    if (set[name] !== undefined) throw invalid(`${name}: set it or ${name}_FILE, not both`);
    set[name] = secretOf(`${name}_FILE`, path, read);
    // Children that are given this environment get the value, and are not to find it twice.
    set[`${name}_FILE`] = undefined;
  }
  return set;
}

function secretOf(setting: string, path: string, read: (path: string) => string): string {
  let content: string;
  try {
    content = read(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw invalid(`${setting}: the file that it names cannot be read${code}`);
  }
  const secret = content.trim();
  if (secret === '') throw invalid(`${setting}: the file that it names is empty`);
  return secret;
}

function invalid(detail: string): VerifaError {
  return new VerifaError('config_invalid', { detail });
}
