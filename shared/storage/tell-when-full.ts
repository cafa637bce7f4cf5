import { S3Error } from 'minio';
import { hasErrorCode } from '../domain/errors/error-code';
import type { ObjectStore } from './object-store';

/** MinIO's and S3's words for a store without room. */
const fullCodes: readonly string[] = ['XMinioStorageFull', 'InsufficientCapacity', 'QuotaExceeded'];

/** The same store, which tells when a write failed for want of room: its caller learns only that it is away. */
export function tellWhenFull(store: ObjectStore, onFull: () => void): ObjectStore {
  return {
    ...store,
    async put(key, body) {
      try {
        await store.put(key, body);
      } catch (cause) {
        if (isFull(cause)) onFull();
        throw cause;
      }
    },
  };
}

function isFull(error: unknown): boolean {
  if (hasErrorCode(error, 'ENOSPC') || hasErrorCode(error, 'EDQUOT')) return true;
  if (error instanceof S3Error && fullCodes.includes(error.code ?? '')) return true;
  return error instanceof Error && error.cause !== undefined && isFull(error.cause);
}
