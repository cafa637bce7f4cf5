import type { SessionWorkflowInput } from '../shared/temporal/session-messages';
import type { SessionResult } from '../shared/temporal/session-result';
import { SessionRun } from './session-run';

/** One run of a session's life, until its status is terminal. */
export async function sessionWorkflow(input: SessionWorkflowInput): Promise<SessionResult> {
  return new SessionRun(input).untilOver();
}
