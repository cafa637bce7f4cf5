/** Why a loop is to go round again; many reasons before a round are one round. */
export interface WakeUp {
  /** At once, or with others that come within `afterMs`. */
  ring(afterMs?: number): void;
  /** Resolves at the next ring, or after `atMostMs`; true when it was rung. */
  next(atMostMs: number): Promise<boolean>;
}

export function createWakeUp(nowMs: () => number = Date.now): WakeUp {
  let dueMs = Infinity;
  let onRing: () => void = () => undefined;

  return {
    ring(afterMs = 0) {
      const atMs = nowMs() + afterMs;
      if (atMs >= dueMs) return;
      dueMs = atMs;
      onRing();
    },
    next(atMostMs) {
      const untilMs = nowMs() + atMostMs;
      return new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const wait = (): void => {
          clearTimeout(timer);
          const isRung = dueMs <= untilMs;
          timer = setTimeout(
            () => {
              onRing = () => undefined;
              if (isRung) dueMs = Infinity;
              resolve(isRung);
            },
            Math.max(0, Math.min(dueMs, untilMs) - nowMs()),
          );
        };
        onRing = wait;
        wait();
      });
    },
  };
}
