import type { AnswerOf } from '../../../../client/src/route-types';

export type Attempt = AnswerOf<'GET /api/v1/sessions/{id}/attempts'>['data'][number];
export type CheckRun = AnswerOf<'GET /api/v1/sessions/{id}/verifications'>['data'][number];
type CheckName = CheckRun['check'];
type CheckStatus = CheckRun['status'];

/** Where one attempt of a check stands: null where it was not run, undefined where nobody knows. */
export interface CheckCell {
  readonly status: CheckStatus | null | undefined;
  /** Why it is another one than in the decided attempt before. */
  readonly cause: string | null;
}

export interface CheckRow {
  readonly check: CheckName;
  /** One for each attempt, in their order. */
  readonly cells: readonly CheckCell[];
  readonly differs: boolean;
}

/**
 * Every check over every decided attempt. The API says how each check stands now and what differs from attempt to
 * attempt; going back from the newest by those differences gives all that lies before.
 */
export function checksSideBySide(
  attempts: readonly Attempt[],
  runs: readonly CheckRun[],
): readonly CheckRow[] {
  const decided = attempts.filter(({ status }) => status === 'decided');
  const newest = decided.at(-1);
  if (newest === undefined) return [];
  const named = [
    ...runs.map(({ check }) => check),
    ...decided.flatMap(({ difference }) => difference?.checks.map(({ check }) => check) ?? []),
  ];
  return [...new Set(named)].map((check) => {
    const run = runs.find((one) => one.check === check);
    const isOfNewest = run?.attempt === newest.attempt;
    const cells: CheckCell[] = [];
    let status: CheckCell['status'] = isOfNewest ? (run.reviewed?.status ?? run.status) : null;
    for (const { difference } of decided.toReversed()) {
      const change = difference?.checks.find((one) => one.check === check);
      const now: CheckCell['status'] = change === undefined ? status : change.after;
      cells.unshift({ status: now, cause: change?.cause ?? null });
      status = change === undefined ? now : change.before;
    }
    return { check, cells, differs: cells.some(({ cause }) => cause !== null) };
  });
}
