import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { CheckRequest } from '../../session/contract';
import type { CheckDeps } from '../judge/judge';
import { AttemptRun } from './attempt-run';

/** The asked checks, and what is recorded of them. A repeat goes on where the last try stopped. */
export async function runChecks(
  deps: CheckDeps,
  request: CheckRequest,
  signal: AbortSignal,
): Promise<readonly CheckOutcome[]> {
  const run = await AttemptRun.begin(deps, request, signal);
  const [end] = await Promise.allSettled([run.judge(request.checks)]);
  // What was done before an engine's trouble stays done; of a session that went on nothing is wanted.
  if (!signal.aborted) await run.record();
  if (end.status === 'rejected') throw end.reason;
  return run.outcomesOf(request.checks);
}
