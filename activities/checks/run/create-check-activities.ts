import { Context } from '@temporalio/activity';
import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { CheckActivities, CheckRequest } from '../../session/contract';
import type { CheckDeps } from '../judge/judge';
import { runCheckRound, runChecks } from './run-checks';

/** Well below the workflow's heartbeat timeout: a missed one is a dead worker, not a slow one. */
const heartbeatEveryMs = 4_000;

/** The checks as activities: they heartbeat while engines work elsewhere, and stop when cancelled. */
export function createCheckActivities(deps: CheckDeps): CheckActivities {
  const runClass = (request: CheckRequest): Promise<readonly CheckOutcome[]> =>
    beating((signal) => runChecks(deps, request, signal));
  return {
    runChecks: (request) => beating((signal) => runCheckRound(deps, request, signal)),
    // One code under three names: an operator sees in the history what is being worked on.
    runDocumentChecks: runClass,
    runFaceChecks: runClass,
    runRecordChecks: runClass,
  };
}

async function beating<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), heartbeatEveryMs);
  try {
    return await work(context.cancellationSignal);
  } finally {
    clearInterval(beat);
  }
}
