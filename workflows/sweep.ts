import { ActivityFailure, patched, proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { SweepActivities } from '../activities/session/contract';
import { inDetail } from './current-details';

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
  const told = (summary: string) => ({ summary });
  const ends = await Promise.allSettled([
    parts.sweepSessions.executeWithOptions(told('sessions whose workflow does not run'), []),
    parts.finishErasures.executeWithOptions(told('objects that erasures left behind'), []),
    parts.startOwedInvitations.executeWithOptions(told('invitations not yet started'), []),
    parts.cleanUp.executeWithOptions(told('rows that nobody needs any more'), []),
    parts.sealAudit.executeWithOptions(told('audit records not yet sealed'), []),
    parts.deleteOrphans.executeWithOptions(told('objects whose row never came'), []),
  ]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const [sessions, erasures] = ends;
  const swept = {
    restarted: sessions.status === 'fulfilled' ? sessions.value.restarted : 0,
    finished: erasures.status === 'fulfilled' ? erasures.value.finished : 0,
  };
  const { restarted, finished } = swept;
  setCurrentDetails(
    inDetail('swept', [
      `sessions started again: ${String(restarted)}`,
      `erasures finished: ${String(finished)}`,
    ]),
  );
  return swept;
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
