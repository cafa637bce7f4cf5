import { ageOn } from './age-on';
import type { CheckOutcome } from '../outcome';
import type { DocumentFields } from '../document-fields';

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
  const reasons = reasonsOf(youngest, oldest, config.minimum_age);
  return {
    age: youngest === oldest ? youngest : null,
    outcome: {
      check: 'age',
      status:
        reasons.length === 0 ? 'passed' : reasons.includes('under_age') ? 'failed' : 'skipped',
      score: null,
      reasons,
      engine: 'calendar',
      engineVersion: '2',
    },
  };
}

function reasonsOf(youngest: number | null, oldest: number | null, minimumAge: number): string[] {
  if (youngest === null || oldest === null) return ['date_of_birth_unreadable'];
  if (youngest >= minimumAge) return [];
  return oldest < minimumAge ? ['under_age'] : ['date_of_birth_partial'];
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
