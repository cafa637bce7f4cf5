import { stateSaid } from '../domain/countries/state-said';
import { daysSaid } from '../domain/applicant/days-said';
import { sexSaid } from '../domain/applicant/sex-said';
import { snakeCase } from './stated-fields';
import { spellings, type StatedField } from '../domain/applicant/stated-field';

const understood: Readonly<Partial<Record<StatedField, (text: string) => boolean>>> = {
  dateOfBirth: (text) => daysSaid(text).length > 0,
  nationality: (text) => stateSaid(text) !== null,
  issuingState: (text) => stateSaid(text) !== null,
  sex: (text) => sexSaid(text) !== null,
};

const meant: Readonly<Partial<Record<StatedField, string>>> = {
  dateOfBirth: 'is no calendar day, such as 1990-03-10',
  nationality: 'is no state, by its name or its code',
  issuingState: 'is no state, by its name or its code',
  sex: 'is no sex, such as female, male or unspecified',
};

export interface SenselessField {
  /** As the integrator named it. */
  readonly name: string;
  readonly message: string;
}

/**
 * Known fields whose value no reader understands: 30 February, the year 2190, a state that is none. They
 * would be compared with nothing, which looks like a comparison that agreed.
 */
export function senselessFields(
  fields: Readonly<Record<string, unknown>>,
): readonly SenselessField[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = fieldNamed(name);
    const reads = field === undefined ? undefined : understood[field];
    // Null and blank are fields that were not filled in.
    if (field === undefined || reads === undefined || value === null || value === '') return [];
    if (typeof value === 'string' && (value.trim() === '' || reads(value))) return [];
    return [{ name, message: meant[field] ?? 'says nothing that can be compared' }];
  });
}

function fieldNamed(name: string): StatedField | undefined {
  const spelled = snakeCase(name);
  return statedFields.find((field) => spellings[field].some((one) => one === spelled));
}

const statedFields = ['dateOfBirth', 'nationality', 'issuingState', 'sex'] as const;
