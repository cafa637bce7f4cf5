/** What phones add to a track's abilities (W3C Image Capture); TypeScript's own types leave it out. */
interface Lens {
  readonly focusMode?: readonly string[];
  readonly zoom?: { readonly min: number; readonly max: number };
}

type LensWish = MediaTrackConstraintSet & { readonly focusMode?: string; readonly zoom?: number };

/** Keeps the lens in focus by itself, where it can be told to. */
export function followFocus(stream: MediaStream): void {
  if (lensOf(stream).focusMode?.includes('continuous') === true) {
    wish(stream, { focusMode: 'continuous' });
  }
}

/**
 * Enlarges a little, so that a document can be held further away: lenses of phones with several of
 * them do not focus close by. Answers whether it can.
 */
export function enlarge(stream: MediaStream): boolean {
  const { zoom } = lensOf(stream);
  if (zoom === undefined || zoom.max < enlargedBy || zoom.min > enlargedBy) return false;
  wish(stream, { zoom: enlargedBy });
  return true;
}

const enlargedBy = 1.6;

function lensOf(stream: MediaStream): Lens {
  const [track] = stream.getVideoTracks();
  // Firefox learned it late.
  if (track === undefined || !('getCapabilities' in track)) return {};
  const abilities: MediaTrackCapabilities & Lens = track.getCapabilities();
  return abilities;
}

function wish(stream: MediaStream, wanted: LensWish): void {
  const [track] = stream.getVideoTracks();
  void track?.applyConstraints({ advanced: [wanted] }).catch(() => undefined);
}
