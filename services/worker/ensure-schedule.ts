import {
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
} from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { sessionsQueue } from '../../shared/temporal/names';
import {
  searchAttributeKeys as keys,
  type WorkflowKind,
} from '../../shared/temporal/search-attributes';

export interface WishedSchedule {
  readonly scheduleId: string;
  readonly workflowType: string;
  readonly kind: WorkflowKind;
  readonly every: '1 minute' | '1 hour' | '6 hours';
  /** Of the times that were missed one run does the work of all. */
  readonly catchupWindow: '1 minute' | '1 hour';
  /** What Temporal's UI says of each of its runs. */
  readonly summary: string;
  /** Makes its first run at once. */
  readonly triggerImmediately?: true;
}

/**
 * Every worker asks for it at its start; the first one makes it. One that an earlier release made is told what its
 * runs are now started with; how often it runs, and whether it is paused, is its operator's.
 *
 * @returns whether it was there already
 */
export async function ensureSchedule(
  temporal: Client,
  wished: WishedSchedule,
): Promise<{ readonly wasThere: boolean }> {
  const { scheduleId, every, catchupWindow, triggerImmediately } = wished;
  const action = actionOf(wished);
  try {
    await temporal.schedule.create({
      scheduleId,
      spec: { intervals: [{ every }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow },
      ...(triggerImmediately === undefined ? {} : { state: { triggerImmediately } }),
      action,
    });
    return { wasThere: false };
  } catch (cause) {
    if (!(cause instanceof ScheduleAlreadyRunning)) throw cause;
  }
  const handle = temporal.schedule.getHandle(scheduleId);
  const { action: present } = await handle.describe();
  if (present.staticSummary !== wished.summary) {
    await handle.update(({ spec, policies, state }) => ({ spec, policies, state, action }));
  }
  return { wasThere: true };
}

function actionOf({
  scheduleId,
  workflowType,
  kind,
  summary,
}: WishedSchedule): ScheduleOptions['action'] {
  return {
    type: 'startWorkflow',
    workflowType,
    workflowId: scheduleId,
    taskQueue: sessionsQueue,
    staticSummary: summary,
    typedSearchAttributes: new TypedSearchAttributes([{ key: keys.kind, value: kind }]),
  };
}
