import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { VerifaError } from '../../shared/domain/errors/verifa-error';

/** A published file that is on this machine: it is read piece by piece, twice, and never held whole. */
export interface WatchlistFile {
  readonly path: string;
  readonly sha256: Buffer;
}

/** Small ones, such as those of tests and of the local stack, may come as they are. */
export type WatchlistContent = WatchlistFile | Buffer;

/** So that the event loop has its turn every few milliseconds. */
const pieceBytes = 64 * 1024;

export function hashOf(content: WatchlistContent): Buffer {
  return Buffer.isBuffer(content) ? createHash('sha256').update(content).digest() : content.sha256;
}

export async function* piecesAt(path: string, signal?: AbortSignal): AsyncIterable<Uint8Array> {
  const file = await open(path);
  try {
    const stream = file.createReadStream({ highWaterMark: pieceBytes, signal, autoClose: false });
    for await (const piece of stream) {
      if (piece instanceof Uint8Array) yield piece;
    }
  } finally {
    await file.close();
  }
}

/**
 * @throws VerifaError watchlist_unavailable where the file is not any more what was hashed: what would be
 *   loaded would bear another file's hash
 */
export async function* piecesOf(content: WatchlistContent): AsyncIterable<Uint8Array> {
  if (Buffer.isBuffer(content)) {
    for (let from = 0; from < content.length; from += pieceBytes) {
      yield content.subarray(from, from + pieceBytes);
    }
    return;
  }
  const hash = createHash('sha256');
  for await (const piece of piecesAt(content.path)) {
    hash.update(piece);
    yield piece;
  }
  if (!hash.digest().equals(content.sha256)) {
    throw new VerifaError('watchlist_unavailable', { detail: 'The file changed as it was read.' });
  }
}
