import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { sessionsQueue, watchlistRefreshWorkflowType } from '../../shared/temporal/names';
import type { WatchlistLocations } from '../../shared/watchlists/watchlist-location';

const scheduleId = 'verifa-watchlist-refresh';

/**
 * Every worker that knows where a list is to be had asks for it at its start; the first one makes it, and
 * the lists are fetched at once. A list that has not changed costs its download.
 */
export async function ensureWatchlistSchedule(
  temporal: Client,
  locations: WatchlistLocations,
): Promise<void> {
  if (locations.size === 0) return;
  try {
    await temporal.schedule.create({
      scheduleId,
      spec: { intervals: [{ every: '6 hours' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 hour' },
      state: { triggerImmediately: true },
      action: {
        type: 'startWorkflow',
        workflowType: watchlistRefreshWorkflowType,
        workflowId: scheduleId,
        taskQueue: sessionsQueue,
      },
    });
  } catch (cause) {
    if (!(cause instanceof ScheduleAlreadyRunning)) throw cause;
  }
}
