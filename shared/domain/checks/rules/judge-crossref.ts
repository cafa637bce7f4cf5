import type { ComparedField } from '../compared-fields';
import type { CheckOutcome } from '../outcome';
import type { Comparison } from './comparison';

export interface NameThresholds {
  /** From here on two names are the same. */
  readonly same: number;
  /** From here on a person has to look: `name_unclear`. */
  readonly unclear: number;
}

const nameFields: readonly ComparedField[] = ['first_name', 'last_name', 'name'];

/**
 * `identity_crossref`. A name in the band between the thresholds fails too, as `name_unclear`: the graph or
 * a reviewer can tell it from a clear mismatch, and a wrong pass could not be told from a right one.
 * A value that nobody understands fails as `input_unclear` beside what the other fields say.
 */
export function judgeCrossref(
  comparisons: readonly Comparison[],
  { same, unclear }: NameThresholds,
): CheckOutcome {
  const reasons = new Set<string>();
  for (const { field, score } of comparisons) {
    if (score === null) {
      reasons.add('input_unclear');
      continue;
    }
    const isName = nameFields.includes(field);
    if (score >= (isName ? same : 1)) continue;
    reasons.add(isName && score >= unclear ? 'name_unclear' : `${field}_mismatch`);
  }
  const scores = comparisons.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    check: 'identity_crossref',
    status: comparisons.length === 0 ? 'skipped' : reasons.size > 0 ? 'failed' : 'passed',
    score: scores.length === 0 ? null : Math.min(...scores),
    reasons: comparisons.length === 0 ? ['input_missing'] : [...reasons],
    engine: 'fuzzball',
    engineVersion: '2.2.6',
  };
}
