import type { KeptPiece } from './kept-piece';
import { openPieceStore, type PieceStore } from './piece-store';

/**
 * What was taken survives a reload and a closed browser; where storage is refused, a screen change
 * at least. It is forgotten as soon as the server has it, and with the end of its session: of the link that is
 * open the server says when that is, of others the device's clock, which may be wrong by hours.
 */
export interface KeptPieces {
  readonly keep: (piece: KeptPiece) => Promise<void>;
  readonly read: (link: string, piece: string) => Promise<KeptPiece | null>;
  readonly forget: (link: string, piece: string) => Promise<void>;
  readonly forgetAll: (link: string) => Promise<void>;
}

export function createKeptPieces(
  openStore: () => Promise<PieceStore>,
  now: () => number,
): KeptPieces {
  const inMemory = new Map<string, KeptPiece>();
  let opened: Promise<PieceStore | null> | undefined;
  const store = async (link: string): Promise<PieceStore | null> => {
    opened ??= openStore().then(
      async (found) => {
        await found.removeOlderThan(now(), link).catch(() => undefined);
        return found;
      },
      () => null,
    );
    return opened;
  };
  const inStore = async <T>(
    link: string,
    work: (found: PieceStore) => Promise<T>,
    otherwise: T,
  ): Promise<T> => {
    const found = await store(link);
    return found === null ? otherwise : work(found).catch(() => otherwise);
  };
  const keyOf = (link: string, piece: string): string => `${link} ${piece}`;
  return {
    async keep(piece) {
      inMemory.set(keyOf(piece.link, piece.piece), piece);
      await inStore(piece.link, (found) => found.put(piece), undefined);
    },
    async read(link, piece) {
      const known = inMemory.get(keyOf(link, piece));
      return known ?? (await inStore(link, (kept) => kept.get(link, piece), null));
    },
    async forget(link, piece) {
      inMemory.delete(keyOf(link, piece));
      await inStore(link, (found) => found.remove(link, piece), undefined);
    },
    async forgetAll(link) {
      for (const key of inMemory.keys()) if (key.startsWith(`${link} `)) inMemory.delete(key);
      await inStore(link, (found) => found.removeLink(link), undefined);
    },
  };
}

/** The page's own. */
export const keptPieces: KeptPieces = createKeptPieces(openPieceStore, () => Date.now());
