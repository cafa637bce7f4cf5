import { readFile } from 'node:fs/promises';

export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

/** Postgres refuses to run as root; then it runs as one of these, which every Unix has. */
const candidates = ['postgres', 'nobody'];

/** Undefined when this process is not root and Postgres can simply run as its user. */
export async function unprivilegedUser(): Promise<UnprivilegedUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of candidates) {
    const entry = lines.find(([user]) => user === name);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid, gid };
  }
  return { uid: 65_534, gid: 65_534 };
}
