import { useEffect, useRef, useState } from 'preact/hooks';
import { pageJudge } from '../judge/page-judge';
import type { StepProps } from '../step-props';
import { isStale, type AskedChallenge } from './asked-challenge';
import { helpAfter, type Help } from './help';
import {
  askAgain,
  beginPerforming,
  perform,
  performedSet,
  sayDone,
  type PerformedSet,
  type Performing,
} from './performing';
import { watchFace } from './watch-face';

interface Performer {
  readonly step: Pick<StepProps, 'assets' | 'signals'>;
  readonly challenge: AskedChallenge;
  /** Null until the camera runs. */
  readonly video: HTMLVideoElement | null;
  readonly onDone: (performed: PerformedSet) => void;
  /** The nonce is about to run out, and not all is done. */
  readonly onStale: () => void;
}

interface PerformingNow {
  readonly performing: Performing;
  readonly help: Help;
  /** Whether the device sees what is performed; else the person says that it is done. */
  readonly isWatched: boolean;
  readonly sayDone: () => void;
  readonly askAgain: () => void;
}

/** Weights that are not here by then are not waited for: the person says when it is done. */
const loadWithinMs = 8_000;

/** Goes through the challenges with what the camera shows. */
export function usePerforming(performer: Performer): PerformingNow {
  const { challenge, video, step } = performer;
  const clock = (): number => performance.now() - challenge.cameMs;
  const [performing, setPerforming] = useState(() => beginPerforming<Blob>([], 0));
  const [isWatched, setIsWatched] = useState(true);
  const [help, setHelp] = useState<Help>('none');
  const current = useRef(performing);
  const calls = useRef(performer);
  calls.current = performer;
  const move = (next: Performing): void => {
    if (next.done.length > current.current.done.length && 'vibrate' in navigator) {
      navigator.vibrate(40);
    }
    current.current = next;
    setPerforming(next);
    const performed = performedSet(next);
    if (performed !== null) calls.current.onDone(performed);
  };
  useEffect(() => {
    current.current = beginPerforming(challenge.challenges, clock());
    setPerforming(current.current);
    if (video === null) return undefined;
    const gone = new AbortController();
    const { signal } = gone;
    const lose = (): void => setIsWatched(false);
    const begin = async (): Promise<void> => {
      const judge = (await isLoaded(step.assets)) ? pageJudge(step.assets) : null;
      if (signal.aborted) return;
      if (judge === null) lose();
      move(askAgain(current.current, clock()));
      await watchFace({
        video,
        judge,
        clock,
        signal,
        onJudgeLost: lose,
        onSample: (sample) => {
          if (isDone(current.current)) return;
          if (isStale(challenge, performance.now())) calls.current.onStale();
          else move(perform(current.current, sample));
        },
      });
    };
    void begin();
    const timer = setInterval(() => {
      setHelp(helpAfter(clock() - current.current.askedAtMs));
    }, 500);
    return () => {
      gone.abort();
      clearInterval(timer);
    };
  }, [challenge, video]);
  useEffect(() => setHelp('none'), [performing.askedAtMs]);
  return {
    performing,
    help,
    isWatched,
    sayDone: () => move(sayDone(current.current, clock())),
    askAgain: () => move(askAgain(current.current, clock())),
  };
}

function isDone(performing: Performing): boolean {
  return performedSet(performing) !== null;
}

async function isLoaded(assets: Parameters<typeof pageJudge>[0]): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), loadWithinMs));
  return Promise.race([
    pageJudge(assets)
      .loadFace()
      .catch(() => false),
    late,
  ]);
}
