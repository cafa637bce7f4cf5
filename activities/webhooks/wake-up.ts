/** Why a loop is to go round again; many reasons before a round are one round. */
export interface WakeUp {
  /** At once, or with others that come within `afterMs`. */
  ring(afterMs?: number): void;
  /** Resolves at the next ring, or after `atMostMs`; true when it was rung. */
  next(atMostMs: number): Promise<boolean>;
}

export interface Timers {
  nowMs(): number;
  /** @returns what calls it off */
  after(ms: number, work: () => void): () => void;
}

const ofThisMachine: Timers = {
  nowMs: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

export function createWakeUp(timers: Timers = ofThisMachine): WakeUp {
  let dueMs = Infinity;
  let onRing: () => void = () => undefined;

  return {
    ring(afterMs = 0) {
      const atMs = timers.nowMs() + afterMs;
      if (atMs >= dueMs) return;
      dueMs = atMs;
      onRing();
    },
    next(atMostMs) {
      const untilMs = timers.nowMs() + atMostMs;
      return new Promise((resolve) => {
        let callOff = (): void => undefined;
        const wait = (): void => {
          callOff();
          const isRung = dueMs <= untilMs;
          const endMs = isRung ? dueMs : untilMs;
          callOff = timers.after(Math.max(0, endMs - timers.nowMs()), () => {
            onRing = () => undefined;
            if (isRung) dueMs = Infinity;
            resolve(isRung);
          });
        };
        onRing = wait;
        wait();
      });
    },
  };
}
