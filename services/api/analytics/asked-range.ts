import { momentOfQuery } from '../http/moment';
import { invalidField } from '../http/parse';

const dayMs = 86_400_000;
const mostDays = 92;

/** The time of one analysis, from the first moment up to, and without, the second. */
export const rangeQuery = { from: momentOfQuery, to: momentOfQuery };

export interface AskedRange {
  readonly from: Date;
  readonly to: Date;
}

/** @throws VerifaError validation_failed for a range that is empty, or longer than three months */
export function requireRange({ from, to }: AskedRange): void {
  if (to <= from) throw invalidField('to', 'not_after_from', 'is not after from');
  if (to.getTime() - from.getTime() > mostDays * dayMs) {
    throw invalidField('to', 'too_far', `is more than ${String(mostDays)} days after from`);
  }
}
