import { open } from 'node:fs/promises';
import { VerifaError } from '../../shared/errors/verifa-error';
import { isUrl } from '../../shared/watchlists/watchlist-location';

/** Of a published file; the largest is below 40 MB. */
const maxBytes = 150 * 1024 * 1024;
/** Publishers' servers are slow; a week-old list is better than a worker that waits for ever. */
const timeoutMs = 5 * 60_000;

export interface FetchWatchlistOptions {
  readonly signal: AbortSignal;
  /** Shows the download is alive, piece by piece. */
  readonly heartbeat: () => void;
  /** Smaller ones for tests. */
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
}

/**
 * The file at a URL or path that the operator has set.
 *
 * @throws VerifaError watchlist_unavailable; watchlist_invalid when it is larger than any list
 */
export async function fetchWatchlist(
  location: string,
  options: FetchWatchlistOptions,
): Promise<Buffer> {
  const most = options.maxBytes ?? maxBytes;
  const signal = AbortSignal.any([
    options.signal,
    AbortSignal.timeout(options.timeoutMs ?? timeoutMs),
  ]);
  try {
    const pieces = isUrl(location) ? download(location, signal) : readPieces(location, signal);
    return await collect(pieces, most, options.heartbeat);
  } catch (cause) {
    if (options.signal.aborted || cause instanceof VerifaError) throw cause;
    // Not the cause's own words: a URL may carry a token.
    throw new VerifaError('watchlist_unavailable', { cause });
  }
}

async function* download(url: string, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const answer = await fetch(url, { signal });
  if (!answer.ok || answer.body === null) {
    throw new VerifaError('watchlist_unavailable', {
      detail: `The publisher answered with ${String(answer.status)}.`,
    });
  }
  yield* answer.body;
}

async function* readPieces(path: string, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const file = await open(path);
  try {
    for await (const piece of file.createReadStream({ signal, autoClose: false })) {
      if (piece instanceof Uint8Array) yield piece;
    }
  } finally {
    await file.close();
  }
}

async function collect(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
  heartbeat: () => void,
): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > most) {
      throw new VerifaError('watchlist_invalid', { detail: 'The file is larger than any list.' });
    }
    kept.push(piece);
    heartbeat();
  }
  return Buffer.concat(kept);
}
