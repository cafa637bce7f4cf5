import type { FaceLook } from '../judge/face/face-look';
import type { Judge } from '../judge/judge-client';
import { slowLooksAfter } from './help';
import type { Sample } from './sample';
import { FrameTaker } from './take-picture';

export interface Watched {
  readonly video: HTMLVideoElement;
  /** Null where nobody can watch: frames are taken all the same. */
  readonly judge: Pick<Judge, 'face'> | null;
  /** Milliseconds since the challenge's answer came. */
  readonly clock: () => number;
  readonly onSample: (sample: Sample) => void;
  /** The judge failed, or is too slow to be of use; frames go on being taken. */
  readonly onJudgeLost: () => void;
  readonly signal: AbortSignal;
}

/** Ten a second at most: more show no more of a movement. */
const everyMs = 100;
/** A judge that has not answered by then never will. */
const hangsAfterMs = 5_000;

/** Takes a frame after the other, and looks at each, until it is told to stop. */
export async function watchFace(watched: Watched): Promise<void> {
  const { video, clock, signal } = watched;
  const taker = new FrameTaker();
  let { judge } = watched;
  let slow = 0;
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    const startedMs = performance.now();
    if (!document.hidden && video.videoWidth > 0) {
      taker.draw(video);
      const atMs = clock();
      // Both read the canvas at once, before the next frame is drawn into it.
      const picture = taker.picture();
      const look = judge === null ? null : await lookAt(judge, taker.canvas);
      const count = look === null ? null : slowLooksAfter(slow, performance.now() - startedMs);
      slow = count ?? 0;
      if (judge !== null && count === null) {
        judge = null;
        watched.onJudgeLost();
      }
      const blob = await picture.catch(() => null);
      if (isOver()) return;
      if (blob !== null) watched.onSample({ frame: { atMs, picture: blob }, look });
    }
    await pause(Math.max(everyMs - (performance.now() - startedMs), 10));
  }
}

/** Null where it failed or hangs. */
async function lookAt(
  judge: Pick<Judge, 'face'>,
  canvas: HTMLCanvasElement,
): Promise<FaceLook | null> {
  const hung = new Promise<null>((resolve) => setTimeout(() => resolve(null), hangsAfterMs));
  return Promise.race([judge.face(canvas).catch(() => null), hung]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
