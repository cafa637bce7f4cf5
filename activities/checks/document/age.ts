import { ageOn } from '../../../shared/checks/age-on';
import type { CheckOutcome } from '../../../shared/checks/outcome';
import type { DocumentFields } from './mrz/parse-mrz';

/** `age`, with the age beside the outcome: it is personal and belongs with the sealed evidence. */
export function judgeAge(
  fields: Pick<DocumentFields, 'date_of_birth'>,
  config: { readonly minimum_age: number },
  today: string,
): { readonly outcome: CheckOutcome; readonly age: number | null } {
  const age = fields.date_of_birth === null ? null : ageOn(fields.date_of_birth, today);
  const underAge = age !== null && age < config.minimum_age;
  return {
    age,
    outcome: {
      check: 'age',
      status: age === null ? 'skipped' : underAge ? 'failed' : 'passed',
      score: null,
      reasons: age === null ? ['date_of_birth_unreadable'] : underAge ? ['under_age'] : [],
      engine: 'calendar',
      engineVersion: '1',
    },
  };
}
