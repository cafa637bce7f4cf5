import { ActivityFailure, patched, proxyActivities } from '@temporalio/workflow';
import type { SweepActivities } from '../activities/session/contract';

const { sweepSessions, finishErasures } = proxyActivities<SweepActivities>({
  startToCloseTimeout: '5 minutes',
  retry: { maximumAttempts: 3 },
});

/** Run by a Schedule: puts right what a crash, a hand or an absent store left behind. */
export async function sweepWorkflow(): Promise<{ restarted: number; finished: number }> {
  let trouble: ActivityFailure | undefined;
  let restarted = 0;
  try {
    ({ restarted } = await sweepSessions());
  } catch (cause) {
    if (!(cause instanceof ActivityFailure && patched('erasures-after-trouble'))) throw cause;
    trouble = cause;
  }
  const { finished } = await finishErasures();
  if (trouble !== undefined) throw trouble;
  return { restarted, finished };
}
