import type { ToldOutcome, ToldStep } from '../flow/told-step';

export interface LoggedStep {
  readonly step: ToldStep;
  /** Since the page was opened. */
  readonly after_ms: number;
  readonly outcome: ToldOutcome;
}

/** More than anybody does between two batches; beyond it the oldest are dropped. */
const mostSteps = 50;

/** Which screens were shown, when and how they ended; taken out once they are on their way. */
export function createStepLog(now: () => number): {
  add(step: ToldStep, outcome: ToldOutcome): void;
  take(): readonly LoggedStep[];
} {
  const openedAt = now();
  let steps: LoggedStep[] = [];
  return {
    add(step, outcome) {
      const one = { step, after_ms: Math.round(now() - openedAt), outcome };
      steps = [...steps, one].slice(-mostSteps);
    },
    take() {
      const taken = steps;
      steps = [];
      return taken;
    },
  };
}
