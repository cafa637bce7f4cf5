import type { Translate } from '../texts';

const names = [
  'document_type',
  'document_issuing_state',
  'last_name',
  'first_name',
  'name',
  'document_number',
  'nationality',
  'date_of_birth',
  'date_of_birth_partial',
  'gender',
  'document_expiration_date',
  'document_issue_date',
] as const;

/** What a person calls a field; one of a later version goes by its own name. */
export function fieldText(field: string, t: Translate): string {
  const known = names.find((name) => name === field);
  return known === undefined ? field : t(`fields.name.${known}`);
}
