import { checkCatalogue, type CheckClass } from '../../../shared/domain/checks/catalogue';
import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { CheckRequest, CheckRound } from '../../session/contract';

type Side = { readonly outcomes: readonly CheckOutcome[] } | { readonly broken: CheckClass };

/**
 * Checks of several classes: documents and faces side by side, then the records, which judge what was
 * read. An engine that broke keeps no other class from coming to its end.
 *
 * @param runPart runs the checks of one class, in order
 */
export async function runRound(
  request: CheckRequest,
  runPart: (part: CheckRequest) => Promise<readonly CheckOutcome[]>,
): Promise<CheckRound> {
  const side = async (checkClass: CheckClass): Promise<Side> => {
    const checks = request.checks.filter(({ check }) => checkCatalogue[check].class === checkClass);
    if (checks.length === 0) return { outcomes: [] };
    try {
      return { outcomes: await runPart({ ...request, checks }) };
    } catch (cause) {
      if (isPassing(cause)) return { broken: checkClass };
      throw cause;
    }
  };
  // Both to their end, whatever becomes of one: a repeat must not meet the other still at work.
  const ends = await Promise.allSettled([side('document'), side('face')]);
  const sides = ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
  const isWhole = sides.every((one) => 'outcomes' in one);
  const all = isWhole ? [...sides, await side('records')] : sides;
  return {
    outcomes: all.flatMap((one) => ('outcomes' in one ? one.outcomes : [])),
    broken: all.flatMap((one) => ('broken' in one ? [one.broken] : [])),
  };
}

/** An engine's trouble, which the next try may not have. Anything else is the activity's own. */
function isPassing(cause: unknown): boolean {
  return cause instanceof VerifaError && cause.retryable;
}
