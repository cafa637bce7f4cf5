import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { sessionsQueue, sweepWorkflowType } from '../../shared/temporal/names';

const scheduleId = 'verifa-sweep';

/** Every worker asks for it at its start; the first one makes it. */
export async function ensureSweepSchedule(temporal: Client): Promise<void> {
  try {
    await temporal.schedule.create({
      scheduleId,
      spec: { intervals: [{ every: '1 minute' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
      action: {
        type: 'startWorkflow',
        workflowType: sweepWorkflowType,
        workflowId: scheduleId,
        taskQueue: sessionsQueue,
      },
    });
  } catch (cause) {
    if (!(cause instanceof ScheduleAlreadyRunning)) throw cause;
  }
}
