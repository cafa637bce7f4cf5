/** What is compared; the reason of a difference is the field and `_mismatch`. */
export const comparedFields = [
  'first_name',
  'last_name',
  'name',
  'date_of_birth',
  'document_number',
  'document_issuing_state',
  'nationality',
  'gender',
] as const;
export type ComparedField = (typeof comparedFields)[number];
