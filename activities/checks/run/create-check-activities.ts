import { Context } from '@temporalio/activity';
import type { CheckActivities, CheckRequest } from '../../session/contract';
import type { CheckDeps } from '../judge/judge';
import { runChecks } from './run-checks';

/** Well below the workflow's heartbeat timeout: a missed one is a dead worker, not a slow one. */
const heartbeatEveryMs = 4_000;

/** The checks as activities: they heartbeat while engines work elsewhere, and stop when cancelled. */
export function createCheckActivities(deps: CheckDeps): CheckActivities {
  const run: CheckActivities['runDocumentChecks'] = async (request: CheckRequest) => {
    const context = Context.current();
    const beat = setInterval(() => context.heartbeat(), heartbeatEveryMs);
    try {
      return await runChecks(deps, request, context.cancellationSignal);
    } finally {
      clearInterval(beat);
    }
  };
  // One code under three names: an operator sees in the history what is being worked on.
  return { runDocumentChecks: run, runFaceChecks: run, runRecordChecks: run };
}
