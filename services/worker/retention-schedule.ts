import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { retentionWorkflowType, sessionsQueue } from '../../shared/temporal/names';

const scheduleId = 'verifa-retention';

/** Every worker asks for it at its start; the first one makes it. */
export async function ensureRetentionSchedule(temporal: Client): Promise<void> {
  try {
    await temporal.schedule.create({
      scheduleId,
      spec: { intervals: [{ every: '1 hour' }] },
      // Of the hours that were missed one run does the work of all.
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 hour' },
      action: {
        type: 'startWorkflow',
        workflowType: retentionWorkflowType,
        workflowId: scheduleId,
        taskQueue: sessionsQueue,
      },
    });
  } catch (cause) {
    if (!(cause instanceof ScheduleAlreadyRunning)) throw cause;
  }
}
