import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { commandOf, isAlive } from './process-table';

/** Where the stack keeps what survives a stop: databases, objects, keys, its lock and its children. */
export interface StateFolder {
  readonly path: string;
  readonly file: (name: string) => string;
  /** Gives the lock back. */
  release(): Promise<void>;
}

const lockSchema = z.object({ pid: z.number() });

/** Opens `.verifa` for one stack at a time. A lock whose process is gone is nobody's. */
export async function openStateFolder(path: string): Promise<StateFolder> {
  await mkdir(join(path, 'logs'), { recursive: true });
  await mkdir(join(path, 'pids'), { recursive: true });
  // Others may pass through, to Postgres's own folder when it runs as another user; not look inside.
  await chmod(path, 0o711);
  const lock = join(path, 'lock.json');
  const held = await readJson(lock, lockSchema);
  if (held !== undefined && (await isStack(held.pid))) {
    throw new VerifaError('config_invalid', {
      detail: `A stack runs here already (process ${String(held.pid)}); stop it first, or use another folder.`,
    });
  }
  await writeFile(lock, JSON.stringify({ pid: process.pid }));
  return {
    path,
    file: (name) => join(path, name),
    release: () => rm(lock, { force: true }),
  };
}

async function isStack(pid: number): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false;
  const command = await commandOf(pid);
  return command === undefined || command.includes('services/local/main');
}

export async function readJson<S extends z.ZodType>(
  file: string,
  schema: S,
): Promise<z.output<S> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
