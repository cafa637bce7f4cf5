import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { othersReach } from './binaries';
import { unprivilegedUser } from './unprivileged-user';

/** Where root keeps what Postgres's own user has to reach. */
export const rootStateFolder = '/var/lib/verifa';

/**
 * The data directory beside the stack's other state. As root in a folder that nobody else can enter, it
 * lies in /var/lib/verifa instead, under a name made from that folder's.
 */
export async function postgresDataFolder(stateFolder: string): Promise<string> {
  const isRoot = (await unprivilegedUser()) !== undefined;
  if (!isRoot || (await othersReach(dirname(stateFolder)))) return join(stateFolder, 'postgres');
  const name = createHash('sha256').update(stateFolder).digest('hex').slice(0, 16);
  await mkdir(rootStateFolder, { recursive: true, mode: 0o755 });
  return join(rootStateFolder, name);
}
