import type { Readable } from 'node:stream';

/**
 * Where ciphertexts lie: MinIO, S3, or files behind the same interface. Keys are ours: ids and slashes.
 * Trouble with the store is `temporarily_unavailable`; a missing object is `document_gone`.
 */
export interface KeyRange {
  readonly prefix?: string;
  readonly after?: string;
}

export interface ObjectStore {
  put(key: string, body: Readable): Promise<void>;
  get(key: string): Promise<Readable>;
  /** A missing object is fine: deletion may be repeated. */
  delete(key: string): Promise<void>;
  /** Keys that begin with `prefix` and come behind `after`, in order. */
  list(range?: KeyRange): AsyncIterable<string>;
  /** Resolves when the store can be used; makes the bucket or folder if it has to. */
  ready(): Promise<void>;
}
