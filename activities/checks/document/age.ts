import { ageOn } from '../../../shared/checks/age-on';
import type { CheckOutcome } from '../../../shared/checks/outcome';
import type { DocumentFields } from './mrz/parse-mrz';

type Birth = Pick<DocumentFields, 'date_of_birth' | 'date_of_birth_partial'>;

/**
 * `age`, with the age beside the outcome: it is personal and belongs with the sealed evidence. A document
 * that states only the year or month of birth decides where every day of it gives the same answer.
 */
export function judgeAge(
  fields: Birth,
  config: { readonly minimum_age: number },
  today: string,
): { readonly outcome: CheckOutcome; readonly age: number | null } {
  const [latest, earliest] = birthRange(fields);
  const youngest = latest === null ? null : ageOn(latest, today);
  const oldest = earliest === null ? null : ageOn(earliest, today);
  const outcome = (status: CheckOutcome['status'], ...reasons: string[]): CheckOutcome => ({
    check: 'age',
    status,
    score: null,
    reasons,
    engine: 'calendar',
    engineVersion: '2',
  });
  if (youngest === null || oldest === null) {
    return { age: null, outcome: outcome('skipped', 'date_of_birth_unreadable') };
  }
  const age = youngest === oldest ? youngest : null;
  if (youngest >= config.minimum_age) return { age, outcome: outcome('passed') };
  if (oldest < config.minimum_age) return { age, outcome: outcome('failed', 'under_age') };
  return { age, outcome: outcome('skipped', 'date_of_birth_partial') };
}

/** The latest and the earliest day that the holder may have been born on. */
function birthRange({
  date_of_birth: day,
  date_of_birth_partial: part,
}: Birth): readonly [latest: string | null, earliest: string | null] {
  if (day !== null) return [day, day];
  if (part === undefined || part === null) return [null, null];
  // The 31st sorts after every day of its month, which is all that counting years looks at.
  return part.length === 4 ? [`${part}-12-31`, `${part}-01-01`] : [`${part}-31`, `${part}-01`];
}
