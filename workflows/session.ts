import type { SessionWorkflowInput } from '../shared/temporal/session-messages';
import { SessionRun } from './session-run';

/** One run of a session's life, until its status is terminal. */
export async function sessionWorkflow(input: SessionWorkflowInput): Promise<void> {
  await new SessionRun(input).untilOver();
}
