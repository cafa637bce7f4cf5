import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';
import { sessionUnreadable } from '../shared/temporal/session-messages';

/** What an operator reads in Temporal's UI while the run waits. */
export const unreadableDetails =
  "The row's state cannot be read: mend `sessions.state`. This run looks again at least every hour; " +
  'terminated, it is started again from its row within a minute.';

/** The row of this session holds a state that is none; the activity has raised the alert. */
export function isUnreadable(cause: unknown): boolean {
  // A local activity's failure comes as it was thrown, a remote one's in a wrapping.
  const failure = cause instanceof ActivityFailure ? cause.cause : cause;
  return failure instanceof ApplicationFailure && failure.type === sessionUnreadable;
}

/** A minute at first, an hour in the end: a history holds years of that. */
export function waitForMendingMs(looks: number): number {
  return Math.min(60, 2 ** Math.min(looks, 6)) * 60_000;
}
