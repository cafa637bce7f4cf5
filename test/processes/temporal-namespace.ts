import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { randomBytes } from 'node:crypto';
import { addSearchAttributes } from '../../shared/temporal/prepare-namespace';
import { eventually } from './running-process';

/**
 * A namespace of its own for a test file: task queues have fixed names, so two files in one namespace
 * would take each other's tasks.
 */
export async function createTestNamespace(address: string): Promise<string> {
  const connection = await Connection.connect({ address });
  try {
    const namespace = `test-${randomBytes(6).toString('hex')}`;
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    // The registry of namespaces is a cache that is refreshed every few seconds.
    await eventually(`the namespace ${namespace}`, async () => {
      try {
        await connection.workflowService.describeNamespace({ namespace });
        await addSearchAttributes(connection, namespace);
        await connection.workflowService.listWorkflowExecutions({
          namespace,
          query: "VerifaStatus = 'none'",
        });
        return true;
      } catch {
        return undefined;
      }
    });
    return namespace;
  } finally {
    await connection.close();
  }
}
