import {
  checkNames,
  type CheckName,
  type CheckStatus,
} from '../../../../shared/domain/checks/outcome';
import type { Outcomes, RecordedEnd } from './walk-recorded';

/** Why a check says something else than was recorded. */
export const differenceReasons = [
  /** The definition asks it for something else. */
  'config_changed',
  /** The definition asks for it anew, and what is recorded was enough to judge it. */
  'newly_asked',
  /** It would need an engine, or an input that nobody gave. */
  'not_recorded',
  /** The definition does not ask for it any more. */
  'no_longer_asked',
  /** Looked up again, as the records are today. */
  'refreshed',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

export interface OutcomeDifference {
  readonly check: CheckName;
  /** Null: not asked for. */
  readonly before: CheckStatus | null;
  readonly after: CheckStatus | null;
  readonly reason: DifferenceReason;
}

/** Check by check, in the table's order: those whose status or reasons are not the same. */
export function compareOutcomes(
  before: Outcomes,
  after: Outcomes,
  reasonOf: ReadonlyMap<CheckName, DifferenceReason>,
): readonly OutcomeDifference[] {
  return checkNames.flatMap((check): OutcomeDifference[] => {
    const [was, is] = [before.get(check), after.get(check)];
    if (was?.status === is?.status && sameReasons(was?.reasons ?? [], is?.reasons ?? [])) return [];
    return [
      {
        check,
        before: was?.status ?? null,
        after: is?.status ?? null,
        reason: is === undefined ? 'no_longer_asked' : (reasonOf.get(check) ?? 'config_changed'),
      },
    ];
  });
}

/** A way over other nodes to the same decision is shown, but is no difference for the person. */
export function decidesOtherwise(before: RecordedEnd, after: RecordedEnd): boolean {
  return before.decision !== after.decision || before.reasonCode !== after.reasonCode;
}

function sameReasons(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((reason) => b.includes(reason));
}
