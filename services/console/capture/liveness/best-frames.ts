import { framesPerChallenge } from '../../../../shared/domain/checks/liveness-challenge';
import type { TakenFrame } from './sample';

/** A frame and how far it shows what was asked for; null where no single face is in it. */
export interface RatedFrame<Picture = Blob> {
  readonly frame: TakenFrame<Picture>;
  readonly extent: number | null;
}

/**
 * The frames around the one that shows most, in the order in which they were taken: one movement there and
 * back, as the server wants to see it. Those with nobody or somebody else in them are left out, as long as enough
 * are left.
 */
export function framesAround<Picture>(
  rated: readonly RatedFrame<Picture>[],
): readonly TakenFrame<Picture>[] {
  const clear = rated.filter(({ extent }) => extent !== null);
  const open = clear.length >= framesPerChallenge.least ? clear : rated;
  const highest = Math.max(...open.map(({ extent }) => extent ?? Number.NEGATIVE_INFINITY));
  const peak = open.findIndex(({ extent }) => extent === highest);
  // Without any measure the movement was made before its end was told: the middle is the best guess.
  const middle = peak < 0 ? Math.floor(open.length / 2) : peak;
  const most = framesPerChallenge.most;
  const start = Math.min(
    Math.max(middle - Math.floor(most / 2), 0),
    Math.max(open.length - most, 0),
  );
  return open.slice(start, start + most).map(({ frame }) => frame);
}

/** So many frames over the whole time: of a movement that no judge has watched. */
export function framesAcross<Picture>(
  frames: readonly TakenFrame<Picture>[],
): readonly TakenFrame<Picture>[] {
  const most = framesPerChallenge.most;
  if (frames.length <= most) return frames;
  const step = (frames.length - 1) / (most - 1);
  return Array.from({ length: most }).flatMap((_, index) => frames[Math.round(index * step)] ?? []);
}
