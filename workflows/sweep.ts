import { proxyActivities } from '@temporalio/workflow';
import type { SweepActivities } from '../activities/session/contract';

const { sweepSessions, finishErasures } = proxyActivities<SweepActivities>({
  startToCloseTimeout: '5 minutes',
  retry: { maximumAttempts: 3 },
});

/** Run by a Schedule: puts right what a crash, a hand or an absent store left behind. */
export async function sweepWorkflow(): Promise<{ restarted: number; finished: number }> {
  const { restarted } = await sweepSessions();
  const { finished } = await finishErasures();
  return { restarted, finished };
}
