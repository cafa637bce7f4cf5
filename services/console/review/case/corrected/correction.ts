import type { BodyOf } from '../../../../client/src/route-types';
import type { FieldName, ReadField } from '../judged/review';

/** Values as they stand in the form; of fields that were touched only. */
export type Typed = Readonly<Partial<Record<FieldName, string>>>;
type Correction = BodyOf<'PUT /api/v1/cases/{id}/extracted-data'>['fields'];

/** What would be another value: emptied dates are none; what is typed as it was read is no change. */
export function correctionOf(fields: readonly ReadField[], typed: Typed): Correction | null {
  const changed = fields.flatMap(({ field, value }): [FieldName, string | null][] => {
    const now = typed[field]?.trim();
    if (now === undefined || now === (value ?? '')) return [];
    return [[field, now === '' && isDate(field) ? null : now]];
  });
  // What a field may hold is the API's to say; it answers for each that it refuses.
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

export function isDate(field: FieldName): boolean {
  return field.startsWith('date_') || field.endsWith('_date');
}

/** Of these the API takes one of a few. */
export function choicesOf(field: FieldName): readonly string[] | null {
  switch (field) {
    case 'gender':
      return ['male', 'female', 'unspecified'];
    case 'document_type':
      return ['passport', 'national_id', 'drivers_license', 'residence_permit', 'other'];
    default:
      return null;
  }
}
