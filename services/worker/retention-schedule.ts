import type { Client } from '@temporalio/client';
import { retentionWorkflowType } from '../../shared/temporal/names';
import { ensureSchedule } from './ensure-schedule';

export async function ensureRetentionSchedule(temporal: Client): Promise<void> {
  await ensureSchedule(temporal, {
    scheduleId: 'verifa-retention',
    workflowType: retentionWorkflowType,
    kind: 'retention',
    every: '1 hour',
    catchupWindow: '1 hour',
    summary: 'hides and destroys what is past its days',
  });
}
