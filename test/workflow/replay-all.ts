import type { HistoryAndWorkflowId } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { stackAddresses } from '../stack/addresses';

/** Replays histories one after the other on the code of now; answers which do not go on with it, and why. */
export async function notReplayed(histories: Iterable<HistoryAndWorkflowId>): Promise<string[]> {
  const workflowBundle = { codePath: stackAddresses().VERIFA_TEST_WORKFLOW_BUNDLE };
  const found: string[] = [];
  // One worker for all: each of its own would load the bundle anew.
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle },
    histories,
  )) {
    if (error !== undefined) found.push(`${workflowId}: ${error.message}`);
  }
  return found;
}
