import type { Client } from '@temporalio/client';
import { sweepWorkflowType } from '../../shared/temporal/names';
import { ensureSchedule } from './ensure-schedule';

export async function ensureSweepSchedule(temporal: Client): Promise<void> {
  await ensureSchedule(temporal, {
    scheduleId: 'verifa-sweep',
    workflowType: sweepWorkflowType,
    kind: 'sweep',
    every: '1 minute',
    catchupWindow: '1 minute',
    summary: 'puts right what a crash, a hand or an absent store left behind',
  });
}
