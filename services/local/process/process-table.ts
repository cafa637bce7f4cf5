import { readFile } from 'node:fs/promises';
import { hasErrorCode } from '../../../shared/domain/errors/error-code';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Someone else's process is alive too.
    return hasErrorCode(cause, 'EPERM');
  }
}

/** The command line of a process; undefined where the system does not tell. */
export async function commandOf(pid: number): Promise<string | undefined> {
  return readFile(`/proc/${String(pid)}/cmdline`, 'utf8').then(
    (line) => line.replaceAll('\0', ' '),
    () => undefined,
  );
}
