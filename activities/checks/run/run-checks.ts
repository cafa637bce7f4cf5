import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { CheckRequest, CheckRound } from '../../session/contract';
import type { CheckDeps } from '../judge/judge';
import { AttemptRun } from './attempt-run';
import { runRound } from './run-round';

/** The asked checks, and what is recorded of them. A repeat goes on where the last try stopped. */
export async function runChecks(
  deps: CheckDeps,
  request: CheckRequest,
  signal: AbortSignal,
): Promise<readonly CheckOutcome[]> {
  const { outcomes } = await recorded(deps, request, signal, (run) => run.judge(request.checks));
  return outcomes;
}

/** The same of several classes of checks, recorded together. */
export async function runCheckRound(
  deps: CheckDeps,
  request: CheckRequest,
  signal: AbortSignal,
): Promise<CheckRound> {
  const { ended, outcomes } = await recorded(deps, request, signal, (run) =>
    runRound(request, async ({ checks }) => {
      await run.judge(checks);
      return run.outcomesOf(checks);
    }),
  );
  return { outcomes, broken: ended.broken };
}

async function recorded<T>(
  deps: CheckDeps,
  request: CheckRequest,
  signal: AbortSignal,
  work: (run: AttemptRun) => Promise<T>,
): Promise<{ readonly ended: T; readonly outcomes: readonly CheckOutcome[] }> {
  const run = await AttemptRun.begin(deps, request, signal);
  const [end] = await Promise.allSettled([work(run)]);
  // What was done before an engine's trouble stays done; of a session that went on nothing is wanted.
  if (!signal.aborted) await run.record();
  if (end.status === 'rejected') throw end.reason;
  return { ended: end.value, outcomes: run.outcomesOf(request.checks) };
}
