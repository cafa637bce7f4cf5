import { useEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from '../server/refusal';
import { send, type Part } from '../upload/send';
import type { PicturePlan } from './picture-plan';

interface Sending {
  readonly plan: PicturePlan;
  /** Null: there is nothing to send. */
  readonly parts: readonly Part[] | null;
  readonly onStored: (answer: unknown) => void;
  readonly onRefused: (refusal: Refusal) => void;
}

export interface SendingNow {
  /** 0–1. */
  readonly share: number;
  readonly isWaiting: boolean;
  /** Tries at once, whatever the pause was to be. */
  readonly again: () => void;
}

/** Sends a piece for as long as its screen is open; what is left unsent is kept on the device. */
export function useSending(sending: Sending): SendingNow {
  const [share, setShare] = useState(0);
  const [isWaiting, setIsWaiting] = useState(false);
  const [tries, setTries] = useState(0);
  const calls = useRef(sending);
  calls.current = sending;
  const { parts } = sending;
  useEffect(() => {
    if (parts === null) return undefined;
    const gone = new AbortController();
    const { plan } = calls.current;
    setIsWaiting(false);
    send(plan.step.api, plan.route, parts, setShare, gone.signal, setIsWaiting).then(
      (answer) => calls.current.onStored(answer),
      (cause: unknown) => {
        if (gone.signal.aborted) return;
        calls.current.onRefused(cause instanceof Refusal ? cause : new Refusal('script_failed'));
      },
    );
    return () => gone.abort();
  }, [parts, tries]);
  return { share, isWaiting, again: () => setTries((before) => before + 1) };
}
