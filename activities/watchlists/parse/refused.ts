import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { WatchlistSource } from '../../../shared/domain/watchlists/watchlist-source';

/** Names the list and the place, never what stands there. */
export function refused(source: WatchlistSource, place: string): VerifaError {
  return new VerifaError('watchlist_invalid', {
    detail: `The file of ${source} cannot be read: ${place}.`,
  });
}
