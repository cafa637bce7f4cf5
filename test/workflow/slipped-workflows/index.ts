import { sleep } from '@temporalio/workflow';
import { sessionWorkflow as asItIs } from '../../../workflows';
import type { SessionWorkflowInput } from '../../../shared/temporal/session-messages';

/** A release that waits a moment before each session, without `patched`; and that knows of no delivery any more. */
export async function sessionWorkflow(input: SessionWorkflowInput): Promise<void> {
  await sleep('1 second');
  await asItIs(input);
}

export {
  invitationWorkflow,
  retentionWorkflow,
  sweepWorkflow,
  watchlistRefreshWorkflow,
} from '../../../workflows';
