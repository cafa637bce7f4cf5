import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { z } from 'zod';
import type { SessionId } from '../../../shared/domain/ids';
import type { PendingActivity, WorkflowFacts } from './explanation';

type History = temporal.api.history.v1.IHistoryEvent;
type Failure = temporal.api.failure.v1.IFailure;

const withinMs = 5_000;
/** Enough for a failed workflow task to be among them. */
const eventsLookedAt = 30;

/** The workflow's last run as Temporal has it; null: it knows none, or no longer. */
export async function readWorkflow(client: Client, id: SessionId): Promise<WorkflowFacts | null> {
  return client.withDeadline(Date.now() + withinMs, async () => {
    try {
      return await lookAt(client, id);
    } catch (cause) {
      if (cause instanceof WorkflowNotFoundError) return null;
      throw cause;
    }
  });
}

async function lookAt(client: Client, workflowId: SessionId): Promise<WorkflowFacts> {
  const described = await client.workflow.getHandle(workflowId).describe();
  const { runId, raw } = described;
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    maximumPageSize: eventsLookedAt,
  });
  const events = history?.events ?? [];
  const [last] = events;
  const { pendingWorkflowTask: task } = raw;
  return {
    status: described.status.name,
    runId,
    events: described.historyLength,
    startedAt: described.startTime,
    closedAt: described.closeTime ?? null,
    lastEvent: last === undefined ? null : { type: typeOf(last), at: dateOf(last.eventTime) },
    task:
      task === null || task === undefined
        ? null
        : {
            tries: task.attempt ?? 1,
            isStarted: dateOf(task.startedTime) !== null,
            scheduledAt: dateOf(task.originalScheduledTime ?? task.scheduledTime),
          },
    taskFailure: taskFailure(events),
    activities: (raw.pendingActivities ?? []).map(pendingActivity),
  };
}

/** The newest first: one that failed counts until one after it went well. */
function taskFailure(events: readonly History[]): string | null {
  for (const event of events) {
    if (event.workflowTaskCompletedEventAttributes) return null;
    const failed = event.workflowTaskFailedEventAttributes;
    if (failed) {
      const cause = temporal.api.enums.v1.WorkflowTaskFailedCause[failed.cause ?? 0];
      const code = failureCode(failed.failure);
      return [short(cause), code].filter((word) => word !== null).join(': ');
    }
    if (event.workflowTaskTimedOutEventAttributes) return 'TIMED_OUT';
  }
  return null;
}

function pendingActivity(info: temporal.api.workflow.v1.IPendingActivityInfo): PendingActivity {
  const isScheduled =
    info.state === temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED;
  const tries = info.attempt ?? 1;
  return {
    activity: wordOf(info.activityType?.name) ?? 'unknown',
    startedTries: isScheduled ? tries - 1 : tries,
    scheduledAt: dateOf(info.scheduledTime),
    nextTryAt: dateOf(info.nextAttemptScheduleTime),
    lastFailure: failureCode(info.lastFailure),
  };
}

/** Of an operator's or a driver's words nothing: the code that we gave it, or what kind of failure it is. */
function failureCode(failure: Failure | null | undefined): string | null {
  if (failure === null || failure === undefined) return null;
  const own = wordOf(failure.applicationFailureInfo?.type);
  if (own !== null) return own;
  if (failure.timeoutFailureInfo) return 'timeout';
  if (failure.canceledFailureInfo) return 'cancelled';
  if (failure.terminatedFailureInfo) return 'terminated';
  if (failure.serverFailureInfo) return 'server_failure';
  return failure.cause ? failureCode(failure.cause) : 'failure';
}

function typeOf({ eventType }: History): string {
  return short(temporal.api.enums.v1.EventType[eventType ?? 0]) ?? 'UNKNOWN';
}

/** `EVENT_TYPE_WORKFLOW_TASK_FAILED` and `WORKFLOW_TASK_FAILED_CAUSE_…` without what all of them begin with. */
function short(name: string | undefined): string | null {
  return name?.replace(/^EVENT_TYPE_|^WORKFLOW_TASK_FAILED_CAUSE_/, '') ?? null;
}

const word = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/);

function wordOf(text: string | null | undefined): string | null {
  return word.safeParse(text).data ?? null;
}

const timestamp = z.object({ seconds: z.coerce.number(), nanos: z.number().nullish() });

function dateOf(time: unknown): Date | null {
  const { data } = timestamp.safeParse(time);
  if (data === undefined || data.seconds === 0) return null;
  return new Date(data.seconds * 1000 + Math.floor((data.nanos ?? 0) / 1e6));
}
