import type { FaceLook } from '../judge/face/face-look';

/** A frame as it is sent. */
export interface TakenFrame<Picture = Blob> {
  /** Since the challenge's answer came to this device. */
  readonly atMs: number;
  readonly picture: Picture;
}

/** A frame, and what the device's judge sees in it; null where it has none, or was too slow. */
export interface Sample<Picture = Blob> {
  readonly frame: TakenFrame<Picture>;
  readonly look: FaceLook | null;
}
