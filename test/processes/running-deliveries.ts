import { Client, Connection } from '@temporalio/client';
import { deliveryWorkflowType } from '../../shared/temporal/names';
import type { RunningService } from './running-service';

/** How many delivery workflows Temporal lists as running: what an operator sees of deliveries in trouble. */
export async function runningDeliveries({
  temporalAddress: address,
  namespace,
}: Pick<RunningService, 'temporalAddress' | 'namespace'>): Promise<number> {
  const connection = await Connection.connect({ address });
  try {
    const { count } = await new Client({ connection, namespace }).workflow.count(
      `WorkflowType = '${deliveryWorkflowType}' AND ExecutionStatus = 'Running'`,
    );
    return count;
  } finally {
    await connection.close();
  }
}
