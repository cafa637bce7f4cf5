import type { KeptPiece } from './kept-piece';

/** Where pieces are kept on the device. Every call may be refused: private windows, full disks. */
export interface PieceStore {
  readonly put: (piece: KeptPiece) => Promise<void>;
  readonly get: (link: string, piece: string) => Promise<KeptPiece | null>;
  readonly remove: (link: string, piece: string) => Promise<void>;
  readonly removeLink: (link: string) => Promise<void>;
  /** Of other links than this one. */
  readonly removeOlderThan: (nowMs: number, exceptLink: string) => Promise<void>;
}

const databaseName = 'verifa-capture';
const storeName = 'pieces';

export async function openPieceStore(): Promise<PieceStore> {
  const database = await openDatabase();
  const run = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const transaction = database.transaction(storeName, mode);
    const request = work(transaction.objectStore(storeName));
    // Only what is committed survives a browser that is closed the next moment.
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(new Error('not kept')));
      transaction.addEventListener('error', () => reject(new Error('not kept')));
    });
    return request.result;
  };
  const removeWhere = async (isMeant: (piece: KeptPiece) => boolean): Promise<void> => {
    const found: readonly unknown[] = await run('readonly', (store) => store.getAll());
    for (const { link, piece } of found.filter(isKept).filter(isMeant)) {
      await run('readwrite', (store) => store.delete([link, piece]));
    }
  };
  return {
    async put(piece) {
      await run('readwrite', (store) => store.put(piece));
    },
    async get(link, piece) {
      const found: unknown = await run('readonly', (store) => store.get([link, piece]));
      return isKept(found) ? found : null;
    },
    remove: (link, piece) => run('readwrite', (store) => store.delete([link, piece])),
    removeLink: (link) => removeWhere((piece) => piece.link === link),
    removeOlderThan: (nowMs, exceptLink) =>
      removeWhere((piece) => piece.link !== exceptLink && !(piece.until > nowMs)),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(storeName, { keyPath: ['link', 'piece'] });
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('storage is refused')));
    request.addEventListener('blocked', () => reject(new Error('storage is busy')));
  });
}

function isKept(value: unknown): value is KeptPiece {
  return (
    typeof value === 'object' &&
    value !== null &&
    'parts' in value &&
    Array.isArray(value.parts) &&
    'until' in value &&
    typeof value.until === 'number' &&
    'replaces' in value
  );
}
