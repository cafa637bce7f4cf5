import { Context } from '@temporalio/activity';
import type { CheckOutcome } from '../../../shared/checks/outcome';
import type { CheckActivities, CheckRequest } from '../../session/contract';
import { runDocumentChecks, type CheckDeps } from './run-document-checks';
import { runFaceChecks } from './run-face-checks';

/** Well below the workflow's heartbeat timeout: a missed one is a dead worker, not a slow one. */
const heartbeatEveryMs = 4_000;

type Run = (
  deps: CheckDeps,
  request: CheckRequest,
  signal: AbortSignal,
) => Promise<readonly CheckOutcome[]>;

/** The checks as activities: they heartbeat while engines work elsewhere, and stop when cancelled. */
export function createCheckActivities(deps: CheckDeps): CheckActivities {
  const activity = (run: Run) => async (request: CheckRequest) => {
    const context = Context.current();
    const beat = setInterval(() => context.heartbeat(), heartbeatEveryMs);
    try {
      return await run(deps, request, context.cancellationSignal);
    } finally {
      clearInterval(beat);
    }
  };
  return { runDocumentChecks: activity(runDocumentChecks), runFaceChecks: activity(runFaceChecks) };
}
