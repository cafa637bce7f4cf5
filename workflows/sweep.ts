import { ActivityFailure, patched, proxyActivities } from '@temporalio/workflow';
import type { SweepActivities } from '../activities/session/contract';

const { sweepSessions, finishErasures } = proxyActivities<SweepActivities>({
  startToCloseTimeout: '5 minutes',
  retry: { maximumAttempts: 3 },
});

const parts = proxyActivities<SweepActivities>({
  startToCloseTimeout: '2 minutes',
  // The schedule skips while a run is under way, so none may keep the others from their next turn for long.
  scheduleToCloseTimeout: '3 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { maximumAttempts: 3 },
});

interface Swept {
  readonly restarted: number;
  readonly finished: number;
}

/** Run by a Schedule: puts right what a crash, a hand or an absent store left behind. */
export async function sweepWorkflow(): Promise<Swept> {
  return patched('sweep-in-parts') ? inParts() : inOne();
}

/** Side by side: a part that fails or takes long stops no other, and shows when all are through. */
async function inParts(): Promise<Swept> {
  const ends = await Promise.allSettled([
    parts.sweepSessions(),
    parts.finishErasures(),
    parts.startOwedInvitations(),
    parts.cleanUp(),
    parts.sealAudit(),
    parts.deleteOrphans(),
  ]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const [sessions, erasures] = ends;
  return {
    restarted: sessions.status === 'fulfilled' ? sessions.value.restarted : 0,
    finished: erasures.status === 'fulfilled' ? erasures.value.finished : 0,
  };
}

/** For runs that were under way when the parts became activities of their own. */
async function inOne(): Promise<Swept> {
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
