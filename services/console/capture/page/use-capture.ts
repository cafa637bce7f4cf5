import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { firstPlace, type Known, type Place } from '../flow/choose-screen';
import type { CaptureApi } from '../server/capture-api';
import type { CaptureState } from '../server/capture-state';
import { askState, type Answered } from './answered';
import { Refusal } from '../server/refusal';
import type { WayHandlers } from '../step-props';

export interface ShownTrouble {
  readonly refusal: Refusal;
  readonly ways: WayHandlers;
}

export interface Capture {
  readonly known: Known;
  /** When the server answered last, by `performance.now()`. */
  readonly knownAt: number;
  readonly place: Place;
  /** Of a step; shown in its place until a way on is taken. */
  readonly trouble: ShownTrouble | null;
  readonly refresh: () => Promise<void>;
  /** The same for whoever asks again and again: a question that fails is followed by the next one. */
  readonly poll: () => Promise<void>;
  readonly move: (change: Partial<Place>) => void;
  readonly fail: (cause: unknown, ways?: WayHandlers) => void;
  readonly settle: () => void;
}

/** These say that the link itself is over or another's: the whole page changes, not one step. */
const endsTheLink: ReadonlySet<string> = new Set([
  'token_unavailable',
  'link_in_use',
  'session_redacted',
]);

/** What the server says of the link, asked at the start and after every step, and where the person is in it. */
export function useCapture(
  api: CaptureApi,
  onState: (state: CaptureState) => void,
  firstAnswer: () => Promise<Answered> | null,
): Capture {
  const [known, setKnown] = useState<Known>({ kind: 'loading' });
  const [knownAt, setKnownAt] = useState(0);
  const [place, setPlace] = useState<Place>(firstPlace);
  const [trouble, setTrouble] = useState<ShownTrouble | null>(null);
  const asked = useRef(0);
  const move = useCallback((change: Partial<Place>) => {
    setTrouble(null);
    setPlace((before) => ({ ...before, ...change }));
  }, []);
  const fail = useCallback((cause: unknown, ways: WayHandlers = {}) => {
    const refusal = cause instanceof Refusal ? cause : new Refusal('script_failed');
    if (endsTheLink.has(refusal.code)) setKnown({ kind: 'refused', code: refusal.code });
    else setTrouble({ refusal, ways });
  }, []);
  const ask = useCallback(
    async (onFailure: (cause: unknown) => void, answer = askState(api)) => {
      asked.current += 1;
      const turn = asked.current;
      try {
        const { state, at } = await answer;
        // Of two questions under way the later one's answer is the newer.
        if (turn !== asked.current) return;
        onState(state);
        setTrouble(null);
        setKnownAt(at);
        setKnown({ kind: 'state', state });
      } catch (cause) {
        if (turn === asked.current) onFailure(cause);
      }
    },
    [api, onState],
  );
  const refresh = useCallback(async () => ask(fail), [ask, fail]);
  const poll = useCallback(
    async () =>
      ask((cause) => {
        if (cause instanceof Refusal && endsTheLink.has(cause.code)) fail(cause);
      }),
    [ask, fail],
  );
  const settle = useCallback(() => setTrouble(null), []);
  useEffect(() => {
    void ask(fail, firstAnswer() ?? undefined);
  }, [ask, fail, firstAnswer]);
  return useMemo(
    () => ({ known, knownAt, place, trouble, refresh, poll, move, fail, settle }),
    [known, knownAt, place, trouble, refresh, poll, move, fail, settle],
  );
}
