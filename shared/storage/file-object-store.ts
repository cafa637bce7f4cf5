import { createWriteStream, type Dirent } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hasErrorCode } from '../domain/errors/error-code';
import { VerifaError } from '../domain/errors/verifa-error';
import type { KeyRange, ObjectStore } from './object-store';

/** At once: a picture in a few reads. */
const readBytes = 512 * 1024;
const keyForm = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/;

/** Objects as files under one folder, for one machine. A file is there whole or not at all. */
export function createFileObjectStore(folder: string): ObjectStore {
  const pathOf = (key: string): string => {
    if (!keyForm.test(key))
      throw new VerifaError('internal_error', { detail: 'not an object key' });
    return join(folder, key);
  };
  const half = join(folder, '.half');
  return {
    async put(key, body) {
      const target = pathOf(key);
      const written = join(half, randomUUID());
      await available(async () => {
        await mkdir(half, { recursive: true });
        await mkdir(dirname(target), { recursive: true });
      });
      try {
        await pipeline(body, createWriteStream(written, { mode: 0o600 }));
        await flush(written);
        await rename(written, target);
      } catch (cause) {
        await rm(written, { force: true });
        throw cause instanceof VerifaError ? cause : unavailable(cause);
      }
    },
    async get(key) {
      const path = pathOf(key);
      try {
        const file = await open(path);
        return file.createReadStream({ highWaterMark: readBytes });
      } catch (cause) {
        throw hasErrorCode(cause, 'ENOENT') ? new VerifaError('document_gone') : unavailable(cause);
      }
    },
    delete: (key) => available(() => rm(pathOf(key), { force: true })),
    list: (range) => listFiles(folder, half, range),
    ready: () =>
      available(async () => {
        await mkdir(half, { recursive: true });
      }),
  };
}

async function* listFiles(
  folder: string,
  half: string,
  { prefix = '', after = '' }: KeyRange = {},
): AsyncGenerator<string> {
  // Only where such keys can be: what lies beside may be much more.
  const beneath = join(folder, prefix.slice(0, Math.max(0, prefix.lastIndexOf('/'))));
  const entries = await available(() => filesBeneath(beneath));
  const keys = entries
    .filter((entry) => entry.isFile() && entry.parentPath !== half)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((key) => key.startsWith(prefix) && key > after);
  yield* keys.sort();
}

async function filesBeneath(path: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true, recursive: true });
  } catch (cause) {
    if (hasErrorCode(cause, 'ENOENT')) return [];
    throw cause;
  }
}

/** On disk before its row is written: a row whose object a power cut took would fail its session. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function available<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof VerifaError ? cause : unavailable(cause);
  }
}

function unavailable(cause: unknown): VerifaError {
  return new VerifaError('temporarily_unavailable', { cause });
}
