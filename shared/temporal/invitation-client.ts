import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { TypedSearchAttributes, WorkflowIdReusePolicy } from '@temporalio/common';
import type { SessionId } from '../domain/ids';
import { invitationWorkflowType, sessionsQueue } from './names';
import { searchAttributeKeys as keys } from './search-attributes';

export interface Invitation {
  readonly sessionId: SessionId;
  /** Counts up within the session. */
  readonly number: number;
}

/** Starts what sends an invitation; one that was started already is left alone. */
export async function startInvitation(temporal: Client, invitation: Invitation): Promise<void> {
  const { sessionId, number } = invitation;
  try {
    await temporal.workflow.start<(input: Invitation) => Promise<unknown>>(invitationWorkflowType, {
      taskQueue: sessionsQueue,
      workflowId: `${sessionId}-invitation-${String(number)}`,
      args: [invitation],
      typedSearchAttributes: new TypedSearchAttributes([
        { key: keys.kind, value: 'invitation' },
        { key: keys.session, value: sessionId },
      ]),
      staticSummary: `invitation ${String(number)} of ${sessionId}`,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
    });
  } catch (cause) {
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause;
  }
}
