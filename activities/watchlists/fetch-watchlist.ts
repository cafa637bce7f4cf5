import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { isUrl } from '../../shared/watchlists/watchlist-location';
import { piecesAt, type WatchlistFile } from './watchlist-file';

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
 * Hands over the file at a URL or path that the operator has set. What was downloaded is in a file of its
 * own, which is gone afterwards.
 *
 * @throws VerifaError watchlist_unavailable; watchlist_invalid when it is larger than any list
 */
export async function fetchWatchlist<T>(
  location: string,
  options: FetchWatchlistOptions,
  use: (file: WatchlistFile) => Promise<T>,
): Promise<T> {
  if (!isUrl(location)) return use(await hashed(location, options));
  const folder = await mkdtemp(join(tmpdir(), 'verifa-watchlist-'));
  try {
    return await use(await downloaded(location, join(folder, 'list.xml'), options));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function hashed(path: string, options: FetchWatchlistOptions): Promise<WatchlistFile> {
  return reading(options, async (signal, keep) => {
    for await (const piece of piecesAt(path, signal)) keep(piece);
    return path;
  });
}

function downloaded(
  url: string,
  path: string,
  options: FetchWatchlistOptions,
): Promise<WatchlistFile> {
  return reading(options, async (signal, keep) => {
    const answer = await fetch(url, { signal });
    if (!answer.ok || answer.body === null) {
      throw new VerifaError('watchlist_unavailable', {
        detail: `The publisher answered with ${String(answer.status)}.`,
      });
    }
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const piece of answer.body) {
        keep(piece);
        await file.writeFile(piece);
      }
    } finally {
      await file.close();
    }
    return path;
  });
}

async function reading(
  options: FetchWatchlistOptions,
  read: (signal: AbortSignal, keep: (piece: Uint8Array) => void) => Promise<string>,
): Promise<WatchlistFile> {
  const most = options.maxBytes ?? maxBytes;
  const timeout = AbortSignal.timeout(options.timeoutMs ?? timeoutMs);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const path = await read(AbortSignal.any([options.signal, timeout]), (piece) => {
      bytes += piece.length;
      if (bytes > most) {
        throw new VerifaError('watchlist_invalid', { detail: 'The file is larger than any list.' });
      }
      hash.update(piece);
      options.heartbeat();
    });
    return { path, sha256: hash.digest() };
  } catch (cause) {
    if (options.signal.aborted || cause instanceof VerifaError) throw cause;
    // Not the cause's own words: a URL may carry a token.
    throw new VerifaError('watchlist_unavailable', { cause });
  }
}
