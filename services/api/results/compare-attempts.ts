import {
  checkNames,
  type CheckName,
  type CheckOutcome,
  type CheckStatus,
} from '../../../shared/domain/checks/outcome';
import type { AskedConfigs } from '../../../shared/domain/graph/asked-configs';
import { sameConfig } from '../../../shared/domain/graph/same-config';

/** One attempt as it was judged. */
export interface JudgedAttempt {
  readonly outcomes: readonly Omit<CheckOutcome, 'score'>[];
  readonly configs: AskedConfigs;
  readonly documentIds: readonly string[];
  /** The organisation's calendar day. */
  readonly day: string;
}

/** What made a check say something else in a later attempt; the first that applies, in this order. */
export const differenceCauses = [
  /** The check is asked for something else, or for the first time, or no more. */
  'definition',
  /** Another engine or version judged, or read what was judged. */
  'engine',
  /** Other documents, corrected fields, or what lists and other sessions say now. */
  'data',
  /** A rule of days came out otherwise on a later day. */
  'date',
] as const;
export type DifferenceCause = (typeof differenceCauses)[number];

export interface AttemptDifference {
  readonly check: CheckName;
  /** Null: not run. */
  readonly before: CheckStatus | null;
  readonly after: CheckStatus | null;
  readonly cause: DifferenceCause;
}

/** Judge what `document_ocr` read: another reader may be why they say something else. */
const ofReading: readonly CheckName[] = [
  'document_expiration',
  'id_document_filter',
  'age',
  'identity_crossref',
];
const ofTheDay: readonly CheckName[] = ['document_expiration', 'age'];

/** Check by check, in the table's order: those whose status or reasons are not what they were. */
export function compareAttempts(
  before: JudgedAttempt,
  after: JudgedAttempt,
): readonly AttemptDifference[] {
  return checkNames.flatMap((check): AttemptDifference[] => {
    const [was, is] = [outcomeOf(before, check), outcomeOf(after, check)];
    const isSame = was?.status === is?.status && sameReasons(was?.reasons, is?.reasons);
    return isSame
      ? []
      : [
          {
            check,
            before: was?.status ?? null,
            after: is?.status ?? null,
            cause: causeOf(check, before, after),
          },
        ];
  });
}

function causeOf(check: CheckName, before: JudgedAttempt, after: JudgedAttempt): DifferenceCause {
  const [wasAsked, isAsked] = [before.configs.get(check), after.configs.get(check)];
  if (wasAsked === undefined || isAsked === undefined) return 'definition';
  if (!sameConfig(check, wasAsked, isAsked)) return 'definition';
  const judges: readonly CheckName[] = ofReading.includes(check)
    ? [check, 'document_ocr']
    : [check];
  if (judges.some((judge) => engineOf(before, judge) !== engineOf(after, judge))) return 'engine';
  const isSamePile =
    before.documentIds.length === after.documentIds.length &&
    before.documentIds.every((id) => after.documentIds.includes(id));
  const isLater = before.day !== after.day;
  return isSamePile && isLater && ofTheDay.includes(check) ? 'date' : 'data';
}

function outcomeOf({ outcomes }: JudgedAttempt, name: CheckName) {
  return outcomes.find(({ check }) => check === name);
}

/** A check that did not run, or had nothing to look at, has no engine to speak of. */
function engineOf(attempt: JudgedAttempt, check: CheckName): string | null {
  const outcome = outcomeOf(attempt, check);
  return outcome === undefined ? null : `${outcome.engine} ${outcome.engineVersion}`;
}

function sameReasons(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((reason) => b.includes(reason));
}
