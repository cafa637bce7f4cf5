import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { ObjectStore } from '../../shared/storage/object-store';

export interface MemoryObjectStore extends ObjectStore {
  readonly keys: ReadonlySet<string>;
  /** While it is away every call fails, as a store's does. */
  away: boolean;
}

/** An object store whose absence a test can choose; the real ones have tests of their own. */
export function memoryObjectStore(): MemoryObjectStore {
  const objects = new Map<string, Buffer>();
  const keys = new Set<string>();
  const here = (): void => {
    if (store.away) throw new VerifaError('temporarily_unavailable');
  };
  const store: MemoryObjectStore = {
    keys,
    away: false,
    async put(key, body) {
      here();
      objects.set(key, await buffer(body));
      keys.add(key);
    },
    get(key) {
      here();
      const body = objects.get(key);
      if (body === undefined) throw new VerifaError('document_gone');
      return Promise.resolve(Readable.from([body]));
    },
    delete(key) {
      here();
      objects.delete(key);
      keys.delete(key);
      return Promise.resolve();
    },
    async *list({ prefix = '', after = '' } = {}) {
      here();
      yield* [...keys].filter((key) => key.startsWith(prefix) && key > after).sort();
      await Promise.resolve();
    },
    ready: () => Promise.resolve(),
  };
  return store;
}
