/** Time as a browser keeps it. */
export interface Timer {
  readonly nowMs: () => number;
  /** @returns the function that calls it off */
  readonly after: (ms: number, run: () => void) => () => void;
}

export const browserTimer: Timer = {
  nowMs: () => performance.now(),
  after(ms, run) {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};

export interface Throttled {
  /** Runs at once, or as soon as the last run is long enough ago: then once for all that called meanwhile. */
  readonly call: () => void;
  /** What was called for and has not run does not run any more. */
  readonly cancel: () => void;
}

/** At most one run in so long, and always one after the last call: what it reads is never older than that call. */
export function throttle(everyMs: number, run: () => void, timer: Timer): Throttled {
  let ranAtMs = -Infinity;
  let callOff: (() => void) | null = null;
  const now = (): void => {
    callOff = null;
    ranAtMs = timer.nowMs();
    run();
  };
  return {
    call() {
      if (callOff !== null) return;
      const waitMs = ranAtMs + everyMs - timer.nowMs();
      if (waitMs <= 0) now();
      else callOff = timer.after(waitMs, now);
    },
    cancel() {
      callOff?.();
      callOff = null;
    },
  };
}
