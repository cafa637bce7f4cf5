import { useEffect, useRef, useState } from 'preact/hooks';
import { afterLook, noStreak } from '../judge/auto-capture';
import type { Place } from '../judge/grey-image';
import { nextHint, type ShownHint } from '../judge/shown-hint';
import { pauseAfterLook } from '../judge/video-part';
import type { TextKey } from '../texts';
import { FrameKeeper } from './grab-frame';

/** What a judge says of the moment, in the words of its screen. */
export interface Look {
  readonly hint: TextKey;
  readonly isGood: boolean;
  /** To choose the best frame by; null where it is not measured. */
  readonly sharpness: number | null;
  /** Of the document, in shares of what is seen. */
  readonly corners: readonly Place[] | null;
}

export type LookAt = (video: HTMLVideoElement) => Promise<Look>;

interface Looking {
  readonly video: HTMLVideoElement | null;
  /** Null: nobody looks, and the person takes the picture. */
  readonly lookAt: LookAt | null;
  readonly say: (hint: TextKey) => void;
  readonly onCapture: (picture: Blob) => void;
}

interface Seen {
  readonly shown: ShownHint<TextKey>;
  readonly look: Look | null;
}

const nothingSeen: Seen = { shown: { hint: null, sinceMs: 0 }, look: null };
/** A judge that fails this often in a row is not asked again: the shutter is there. */
const mostFailures = 3;

/** Looks again and again, tells the person what to do, and takes the picture when all is well. */
export function useLooks(looking: Looking): { hint: TextKey | null; look: Look | null } {
  const [seen, setSeen] = useState<Seen>(nothingSeen);
  const calls = useRef(looking);
  calls.current = looking;
  const { video, lookAt } = looking;
  useEffect(() => {
    if (video === null || lookAt === null) return undefined;
    const gone = new AbortController();
    const { signal } = gone;
    void watch(video, lookAt, {
      signal,
      tell: setSeen,
      say: (hint) => calls.current.say(hint),
      capture: (picture) => calls.current.onCapture(picture),
    });
    return () => {
      gone.abort();
      setSeen(nothingSeen);
    };
  }, [video, lookAt]);
  return { hint: seen.shown.hint, look: seen.look };
}

interface Telling {
  readonly signal: AbortSignal;
  readonly tell: (seen: Seen) => void;
  readonly say: (hint: TextKey) => void;
  readonly capture: (picture: Blob) => void;
}

async function watch(video: HTMLVideoElement, lookAt: LookAt, telling: Telling): Promise<void> {
  const isOver = (): boolean => telling.signal.aborted;
  const keeper = new FrameKeeper();
  let streak = noStreak;
  let { shown } = nothingSeen;
  let failures = 0;
  while (!isOver() && failures < mostFailures) {
    const startedMs = performance.now();
    const look = document.hidden ? null : await lookAt(video).catch(() => 'failed' as const);
    if (isOver()) return;
    const nowMs = performance.now();
    if (look === 'failed') failures += 1;
    else if (look !== null) {
      failures = 0;
      shown = nextHint(shown, look.hint, look.isGood, nowMs);
      telling.tell({ shown, look });
      if (shown.hint !== null) telling.say(shown.hint);
      const after = afterLook(streak, { good: look.isGood, sharpness: look.sharpness });
      ({ streak } = after);
      if (after.keep) keeper.draw(video);
      if (after.capture && keeper.holds) {
        telling.capture(await keeper.picture());
        return;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pauseAfterLook(nowMs - startedMs)));
  }
}
