import { sessionUnreadable } from '../shared/temporal/session-messages';
import { inDetail } from './current-details';
import { failureTypeOf } from './failure-type';

/** What an operator reads in Temporal's UI while the run waits. */
export const unreadableDetails = inDetail("stuck: the row's state cannot be read", [
  'mend `sessions.state`; this run looks again, after a minute at first and at least every hour',
  'terminated, it is started again from its row within a minute',
]);

/** The row of this session holds a state that is none; the activity has raised the alert. */
export function isUnreadable(cause: unknown): boolean {
  return failureTypeOf(cause) === sessionUnreadable;
}

/** A minute at first, an hour in the end: a history holds years of that. */
export function waitForMendingMs(looks: number): number {
  return Math.min(60, 2 ** Math.min(looks, 6)) * 60_000;
}
