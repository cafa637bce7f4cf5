import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { keyOf } from '../../api/keys';
import { useWrite } from '../../api/use-write';
import { useMe } from '../../session/me';
import { barOf, isOver, type Bar, type CaseView } from './case-view';

/** Whose hands a case is in, as somebody sees it who has it open. */
export type Lease =
  | { readonly kind: 'asking' }
  | { readonly kind: 'held'; readonly untilMs: number }
  | { readonly kind: 'taken'; readonly by: string; readonly untilMs: number }
  /** Nobody's. `wasMine`: it ran out, or was let go elsewhere, while it was open here. */
  | { readonly kind: 'free'; readonly wasMine: boolean }
  | { readonly kind: 'barred'; readonly why: Bar }
  | { readonly kind: 'refused'; readonly cause: Error }
  | { readonly kind: 'over' };

/** With less left than this, whatever the person does has the case claimed anew. */
const prolongBelowMs = 15 * 60_000;
/** A try that fails is not repeated at every key. */
const tryEveryMs = 10_000;

const inputs = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * Claims a case that is opened, and keeps it while there is input. What stands is what the API said last, which the
 * queue's stream has asked for again whenever something happens to the case.
 */
export function useLease(view: CaseView): { readonly lease: Lease; readonly take: () => void } {
  const me = useMe();
  const client = useQueryClient();
  const { mutate, error, isPending } = useWrite('POST /api/v1/cases/{id}/claim', {
    // The answer is the case as it stands now; of what else has changed by it, the stream tells.
    onDone: (claimed) => {
      const key = keyOf('GET /api/v1/cases/{id}', { params: { id: claimed.id } });
      client.setQueryData<CaseView>(key, (before) => before && { ...before, ...claimed });
      // A read from before the claim would bring back what stood then.
      if (client.isFetching({ queryKey: key }) > 0) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
  const hadIt = useRef(false);
  const hasAsked = useRef(false);
  const { id } = view;
  const isMine = view.assignee === me.user.id;
  const untilMs = view.claimed_until === null ? 0 : Date.parse(view.claimed_until);
  const isRunning = useIsBefore(untilMs);
  const bar = barOf(view, me);
  const take = (): void => mutate({ params: { id }, body: {} });

  useEffect(() => {
    if (isMine && isRunning) hadIt.current = true;
  }, [isMine, isRunning]);
  const isAnothers = isRunning && !isMine;
  const isWorthAsking = !isOver(view) && bar === null && !isAnothers;
  useEffect(() => {
    // Opening claims, watching does not: a case that is let go would fall to whoever has it open, and a senior
    // who takes one out of another's hands would have it.
    if (isAnothers) hasAsked.current = true;
    if (hasAsked.current || !isWorthAsking) return;
    hasAsked.current = true;
    mutate({ params: { id }, body: {} });
  }, [id, isAnothers, isWorthAsking, mutate]);

  const isHeld = isMine && isRunning;
  useEffect(() => {
    if (!isHeld) return undefined;
    let triedAtMs = 0;
    const onInput = (): void => {
      const nowMs = Date.now();
      if (untilMs - nowMs > prolongBelowMs || nowMs - triedAtMs < tryEveryMs) return;
      triedAtMs = nowMs;
      mutate({ params: { id }, body: {} });
    };
    for (const name of inputs) window.addEventListener(name, onInput, { passive: true });
    return () => {
      for (const name of inputs) window.removeEventListener(name, onInput);
    };
  }, [id, isHeld, mutate, untilMs]);

  const lease = ((): Lease => {
    if (isOver(view)) return { kind: 'over' };
    if (isRunning && view.assignee !== null) {
      return isMine ? { kind: 'held', untilMs } : { kind: 'taken', by: view.assignee, untilMs };
    }
    if (bar !== null) return { kind: 'barred', why: bar };
    if (isPending || !hasAsked.current) return { kind: 'asking' };
    if (error !== null) return { kind: 'refused', cause: error };
    return { kind: 'free', wasMine: hadIt.current };
  })();
  return { lease, take };
}

/** Turns false at that moment, without anything having to be asked. */
function useIsBefore(momentMs: number): boolean {
  const [, wake] = useState(0);
  const leftMs = momentMs - Date.now();
  useEffect(() => {
    if (leftMs <= 0) return undefined;
    const timer = setTimeout(() => wake(momentMs), leftMs);
    return () => clearTimeout(timer);
  }, [leftMs, momentMs]);
  return leftMs > 0;
}
