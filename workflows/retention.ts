import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { RetentionActivities } from '../activities/session/contract';
import { inDetail } from './current-details';

const { endRetention } = proxyActivities<RetentionActivities>({
  startToCloseTimeout: '50 minutes',
  // A sign of life with every page of sessions.
  heartbeatTimeout: '5 minutes',
  retry: { maximumAttempts: 3 },
});

/** Run by a Schedule of every hour: days are counted, so that an hour late is early enough. */
export async function retentionWorkflow(): Promise<{ hidden: number; destroyed: number }> {
  const summary = 'sessions past their days';
  const ended = await endRetention.executeWithOptions({ summary }, []);
  const { hidden, destroyed } = ended;
  setCurrentDetails(
    inDetail('done', [`${String(hidden)} hidden`, `${String(destroyed)} destroyed`]),
  );
  return ended;
}
