import {
  checkNames,
  type CheckName,
  type CheckOutcome,
} from '../../../shared/domain/checks/outcome';
import type { CheckRequest } from '../../session/contract';
import { loadOutcomes } from '../../session/load-session';
import { loadCheckInput } from '../judge/check-input';
import type { CheckDeps, Judge } from '../judge/judge';
import { judges } from '../registry';
import { writeOutcome } from './write-outcome';

/**
 * The asked checks one after the other, in the order of their names, whatever order the graph has them
 * in: a later one judges what an earlier one read. A repeat goes on where the last try stopped: a check
 * with a row is not computed again.
 */
export async function runChecks(
  deps: CheckDeps,
  request: CheckRequest,
  signal: AbortSignal,
): Promise<readonly CheckOutcome[]> {
  const { sessionId, attempt } = request;
  const ref = { sessionId, attempt };
  const input = await loadCheckInput(deps, ref);
  const done = await loadOutcomes(deps.db, ref);
  const ordered = [...request.checks].sort((a, b) => rank(a.check) - rank(b.check));
  const outcomes: CheckOutcome[] = [];
  for (const { check, config } of ordered) {
    signal.throwIfAborted();
    const known = done.find((outcome) => outcome.check === check);
    const judge = (): ReturnType<Judge> => judges[check]({ deps, input, ref, signal }, config);
    outcomes.push(known ?? (await writeOutcome(deps, ref, input, judge)));
  }
  return outcomes;
}

function rank(check: CheckName): number {
  return checkNames.indexOf(check);
}
