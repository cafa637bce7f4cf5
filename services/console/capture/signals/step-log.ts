export interface LoggedStep {
  readonly step: string;
  /** Since the page was opened. */
  readonly after_ms: number;
  readonly outcome?: string;
}

/** More than anybody does between two batches; beyond it the oldest are dropped. */
const mostSteps = 50;

/** Which screens were shown, when and how they ended; taken out once they are on their way. */
export function createStepLog(now: () => number): {
  add(step: string, outcome?: string): void;
  take(): readonly LoggedStep[];
} {
  const openedAt = now();
  let steps: LoggedStep[] = [];
  return {
    add(step, outcome) {
      const after = Math.round(now() - openedAt);
      const one = { step, after_ms: after, ...(outcome === undefined ? {} : { outcome }) };
      steps = [...steps, one].slice(-mostSteps);
    },
    take() {
      const taken = steps;
      steps = [];
      return taken;
    },
  };
}
