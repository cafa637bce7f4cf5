import { ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { loadedWatchlists } from '../../shared/watchlists/loaded-watchlists';
import { watchlistRefreshWorkflowType } from '../../shared/temporal/names';
import type { WatchlistLocations } from '../../shared/watchlists/watchlist-location';
import { ensureSchedule } from './ensure-schedule';

const scheduleId = 'verifa-watchlist-refresh';

/**
 * Every worker that knows where a list is to be had asks for it at its start; the first one makes it, and
 * the lists are fetched at once. A list that has not changed costs its download. Where the schedule is there
 * already and a list is not loaded, or only by an earlier version, it runs now: until then nobody is cleared.
 */
export async function ensureWatchlistSchedule(
  temporal: Client,
  locations: WatchlistLocations,
  db: Kysely<Database>,
): Promise<void> {
  if (locations.size === 0) return;
  const { wasThere } = await ensureSchedule(temporal, {
    scheduleId,
    workflowType: watchlistRefreshWorkflowType,
    kind: 'watchlists',
    every: '6 hours',
    catchupWindow: '1 hour',
    summary: 'fetches the lists that people are screened against',
    triggerImmediately: true,
  });
  if (!wasThere) return;
  const { current } = await loadedWatchlists(db);
  const isLoaded = [...locations.keys()].every((one) =>
    current.some(({ source }) => source === one),
  );
  if (isLoaded) return;
  const schedule = temporal.schedule.getHandle(scheduleId);
  // Whoever paused it loads the lists by hand, and was warned. Several workers at once: one run.
  if (!(await schedule.describe()).state.paused) await schedule.trigger(ScheduleOverlapPolicy.SKIP);
}
