import { VerifaError } from '../../../shared/domain/errors/verifa-error';

/** A page and a few of its reloads, in each process. */
const maxStreamsPerHolder = 5;

/** The streams that are open in this process, counted by whoever holds them. */
export interface StreamPlaces {
  /**
   * @returns the function that gives the place back
   * @throws VerifaError rate_limited when the holder has all its places
   */
  take(holder: string): () => void;
}

export function createStreamPlaces(retryAfterSeconds: number): StreamPlaces {
  const taken = new Map<string, number>();
  return {
    take(holder) {
      const open = taken.get(holder) ?? 0;
      if (open >= maxStreamsPerHolder) throw new VerifaError('rate_limited', { retryAfterSeconds });
      taken.set(holder, open + 1);
      return () => {
        const left = (taken.get(holder) ?? 1) - 1;
        if (left === 0) taken.delete(holder);
        else taken.set(holder, left);
      };
    },
  };
}
